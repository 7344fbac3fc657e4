import { pino } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import type { DemoAccount, Services } from '@dangjian/api/context'
import { connect } from '@dangjian/db/connection/connect'
import type { Storage } from '@dangjian/db/connection/storage'
import { passwords } from './access/passwords.ts'
import { openSecrets } from './access/secrets.ts'
import { openSigner } from './access/signer.ts'
import { createThrottle } from './access/throttle.ts'
import type { Config } from './config.ts'
import { describedError } from './described-error.ts'
import { openContentStore } from './files/content-store.ts'

export interface ServiceOptions {
  readonly clock?: () => number
  readonly storage?: Storage
  readonly demo?: readonly DemoAccount[] | null
  readonly outboxFilled?: () => void
}

/** What the procedures may use, made once a process. Logs carry no personal data and no answers. */
export function openServices(config: Config, options: ServiceOptions = {}): Services {
  const clock = options.clock ?? Date.now
  const logger = pino({ level: config.logLevel, serializers: { error: describedError } }, pino.destination(2))
  return {
    storage: options.storage ?? connect(config),
    clock,
    newId: () => uuidv7(),
    passwords,
    throttle: createThrottle(clock),
    files: openContentStore(config.dataDir),
    signer: openSigner(config.dataDir),
    secrets: openSecrets(config.dataDir),
    secondFactorRequired: (config.secondFactor ?? (options.demo ? 'optional' : 'required')) === 'required',
    sessionPolicy: { idleMs: config.sessionIdleMs, absoluteMs: config.sessionAbsoluteMs },
    demo: options.demo ?? null,
    outboxFilled: options.outboxFilled ?? (() => undefined),
    log: (level, message, detail = {}) => logger[level](detail, message),
  }
}
