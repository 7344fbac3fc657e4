import { findSetting, saveSetting } from '@dangjian/db/access/setting-store'
import type { Storage } from '@dangjian/db/connection/storage'
import { ConfigError, type Config } from '../config.ts'
import { isLoopbackHost } from '../http/loopback.ts'
import { DEMO_BEGUN_MARK, DEMO_MARK } from './seed.ts'

/** `write`: the demo data come first. */
export type DemoMode = 'off' | 'on' | 'write'

/** Set by the first start without the demo, so that an installation that is still empty never gets one by itself. */
const REAL_MARK = 'installation-is-real'

/**
 * Whether this installation is a demo. With `auto`, which `npm start` asks for, it is one where nothing has ever been
 * there and nobody else reaches it; one that holds data of its own never gets sample data, whatever is asked.
 */
export async function decideDemoMode(storage: Storage, config: Config): Promise<DemoMode> {
  const db = storage.read
  const holdsData = Boolean(await db.selectFrom('unit').select('id').limit(1).executeTakeFirst())
  if (config.demo === false) {
    if (!holdsData) await storage.transact((tx) => saveSetting(tx, REAL_MARK, '1'))
    return 'off'
  }
  const reached = config.trustedProxies.length > 0 || !isLoopbackHost(config.host)
  if (config.demo === 'auto' && reached) return 'off'
  if (await findSetting(db, DEMO_MARK)) return 'on'
  if (await findSetting(db, DEMO_BEGUN_MARK)) {
    throw new ConfigError('Writing the demo data was interrupted. Delete DATA_DIR (and the database) and start again.')
  }
  if (config.demo === 'auto') return holdsData || (await findSetting(db, REAL_MARK)) ? 'off' : 'write'
  if (!holdsData) return 'write'
  throw new ConfigError('This installation holds data of its own. Unset DEMO, or name an empty DATA_DIR for a demo.')
}
