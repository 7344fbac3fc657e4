import { deliverOutbox } from '@dangjian/api/access/deliver-outbox'
import { sealAudit } from '@dangjian/api/access/audit-chain'
import { closeOverdueAttempts } from '@dangjian/api/training/close-overdue-attempts'
import { deleteIdempotencyKeysBefore } from '@dangjian/db/access/idempotency-store'
import type { Services } from '@dangjian/api/context'
import type { Config } from '../config.ts'
import { removeOrphans } from '../files/orphan.ts'
import { forgetResumables } from '../files/resumable.ts'

export interface Job {
  readonly name: string
  readonly everyMs: number
  run(services: Services): Promise<unknown>
}

const HOUR_MS = 60 * 60 * 1000

/** Work without a request. Each is safe to cut short anywhere and to run again. */
export function jobsOf({ dataDir, orphanGraceMs }: Pick<Config, 'dataDir' | 'orphanGraceMs'>): readonly Job[] {
  return [
    { name: 'deliver-outbox', everyMs: 5_000, run: deliverOutbox },
    { name: 'close-overdue-attempts', everyMs: 2_000, run: closeOverdueAttempts },
    { name: 'seal-audit', everyMs: 2_000, run: ({ storage, clock }) => sealAudit(storage, clock()) },
    {
      name: 'forget-idempotency-keys',
      everyMs: HOUR_MS,
      run: ({ storage, clock }) => storage.transact((tx) => deleteIdempotencyKeysBefore(tx, clock() - 48 * HOUR_MS)),
    },
    { name: 'database-upkeep', everyMs: HOUR_MS, run: ({ storage }) => storage.upkeep() },
    { name: 'forget-resumables', everyMs: HOUR_MS, run: ({ clock }) => forgetResumables(dataDir, clock()) },
    {
      name: 'remove-orphans',
      everyMs: 12 * HOUR_MS,
      run: (services) => removeOrphans(services, dataDir, orphanGraceMs),
    },
  ]
}

export interface Background {
  /** Runs a job soon, besides its own rhythm. */
  nudge(name: string): void
  /** Waits for what runs and starts nothing more. */
  stop(): Promise<void>
}

/** Starts every job in its rhythm; one that is still running is not started again beside itself. */
export function startBackground(services: Services, list: readonly Job[]): Background {
  let stopped = false
  const running = new Map<string, Promise<void>>()
  const again = new Set<string>()
  const start = (job: Job): void => {
    if (stopped) return
    if (running.has(job.name)) {
      again.add(job.name)
      return
    }
    const run = Promise.resolve()
      .then(() => job.run(services))
      .then(
        () => undefined,
        (error: unknown) => services.log('error', 'job failed', { job: job.name, error }),
      )
      .finally(() => {
        running.delete(job.name)
        if (again.delete(job.name)) start(job)
      })
    running.set(job.name, run)
  }
  for (const job of list) start(job)
  const timers = list.map((job) => setInterval(() => start(job), job.everyMs).unref())
  return {
    nudge(name) {
      const job = list.find((each) => each.name === name)
      if (job) start(job)
    },
    async stop() {
      stopped = true
      for (const timer of timers) clearInterval(timer)
      await Promise.all(running.values())
    },
  }
}
