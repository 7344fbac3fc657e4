import type { Services } from '@dangjian/api/context'

/** Ends a transaction that has done all its work. */
class Undone extends Error {}

export interface Undoing {
  /** While true, what a command writes is taken back as soon as it has been written. */
  active: boolean
  wrap(services: Services): Services
}

/**
 * Lets a test call every command without one call changing what the next one finds. Passwords are not hashed and tries
 * not counted meanwhile: thousands of calls would wait for them.
 */
export function createUndoing(): Undoing {
  const undoing: Undoing = {
    active: false,
    wrap: (services) => ({
      ...services,
      throttle: () => null,
      passwords: { hash: async () => '!', verify: async () => false, leaked: async () => () => false },
      storage: {
        ...services.storage,
        transact: async (work) => {
          if (!undoing.active) return services.storage.transact(work)
          let outcome: { value: Awaited<ReturnType<typeof work>> } | undefined
          try {
            await services.storage.transact(async (tx) => {
              outcome = { value: await work(tx) }
              throw new Undone()
            })
          } catch (error) {
            if (!(error instanceof Undone)) throw error
          }
          if (!outcome) throw new Error('The transaction neither answered nor failed.')
          return outcome.value
        },
      },
    }),
  }
  return undoing
}
