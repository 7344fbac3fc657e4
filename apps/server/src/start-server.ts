import { existsSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { connect } from '@dangjian/db/connection/connect'
import { migrate } from '@dangjian/db/migrations/migrate'
import type { Services } from '@dangjian/api/context'
import { moveHindrance } from './backup/move-mark.ts'
import { UNFINISHED } from './backup/restore-backup.ts'
import { ConfigError, type Config } from './config.ts'
import { lockDataFolder } from './data-lock.ts'
import { demoAccounts } from './demo/accounts.ts'
import { decideDemoMode } from './demo/demo-mode.ts'
import { seedDemo } from './demo/seed.ts'
import { endingOnDiskFailure, endProcess } from './disk-failure.ts'
import { buildApp } from './http/app.ts'
import { jobsOf, startBackground, type Background } from './jobs/background.ts'
import { openServices } from './open-services.ts'
import { openReserve } from './reserve.ts'

export interface RunningServer {
  readonly app: FastifyInstance
  readonly services: Services
  readonly url: string
  readonly demo: boolean
  stop(): Promise<void>
}

/** Opens the data, brings its tables up to date, and listens. Stopping answers what has begun and loses nothing. */
export async function startServer(config: Config, say: (line: string) => void): Promise<RunningServer> {
  const unlock = lockDataFolder(config.dataDir)
  try {
    if (existsSync(path.join(config.dataDir, UNFINISHED))) {
      throw new ConfigError(
        `A restore into ${config.dataDir} has not come to its end. Run "npm run dangjian -- restore DIR" again.`,
      )
    }
    const moved = moveHindrance(config)
    if (moved) throw new ConfigError(moved)
    let background: Background | undefined
    const storage = endingOnDiskFailure(connect(config), endProcess)
    await migrate(storage)
    const demo = await decideDemoMode(storage, config)
    const services = openServices(config, {
      storage,
      demo: demo === 'off' ? null : demoAccounts,
      outboxFilled: () => background?.nudge('deliver-outbox'),
    })
    if (demo === 'write') {
      say('Writing the demo data … 正在写入演示数据 …')
      await seedDemo(services, { people: 0 })
    }
    background = startBackground(services, jobsOf(config))
    const reserve = config.databaseUrl ? undefined : openReserve(config.dataDir)
    const app = await buildApp(config, services, reserve?.roomLeft)
    await app.listen({ port: config.port, host: config.host })
    const address = app.server.address()
    const port = address && typeof address === 'object' ? address.port : config.port
    return {
      app,
      services,
      demo: demo !== 'off',
      url: `http://${config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host}:${port}`,
      async stop() {
        await app.close()
        reserve?.stop()
        await background?.stop()
        await services.storage.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
