import { setImmediate } from 'node:timers/promises'
import type { KyselyPlugin } from 'kysely'

/** How long one transaction may keep the thread to itself before others have their turn, in milliseconds. */
const LONGEST_MS = 20

/**
 * The embedded database answers at once, so a long transaction would go from statement to statement and never let the
 * event loop turn: an import would hold up everybody. Between two statements others have their turn.
 */
export class Turns {
  #since = performance.now()

  /** The event loop has just turned. */
  begin(): void {
    this.#since = performance.now()
  }

  readonly between: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (performance.now() - this.#since > LONGEST_MS) {
        await setImmediate()
        this.begin()
      }
      return result
    },
  }
}
