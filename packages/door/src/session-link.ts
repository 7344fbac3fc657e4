import type { TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import type { AppRouter } from '@dangjian/api/router'
import { duties, type Duty } from '@dangjian/domain/access'
import type { ApiError } from './api.ts'

/** What stopped a request that would otherwise go on: nobody is signed in any more, or the account owes something first. */
export type Interruption = 'signed-out' | Duty
/** In a question's context: it is asked before it is known whether anybody is signed in, and fails in silence if nobody is. */
export const BEFOREHAND = 'beforehand'

type Listener = (interruption: Interruption | null) => void
const listeners = new Set<Listener>()
let waiting: { interruption: Interruption; promise: Promise<void>; resolve: () => void } | null = null

/** Tells what interrupted the session under the page; the frame then asks for it over the page. */
export function onInterruption(listener: Listener): () => void {
  listeners.add(listener)
  listener(waiting?.interruption ?? null)
  return () => listeners.delete(listener)
}

/** Signed in again, and nothing owed: what was waiting goes out now. */
export function sessionResumed(): void {
  const was = waiting
  waiting = null
  for (const listener of listeners) listener(null)
  was?.resolve()
}

function untilResumed(interruption: Interruption): Promise<void> {
  if (waiting?.interruption !== interruption) {
    let resolve = () => {}
    const promise = waiting?.promise ?? new Promise<void>((done) => (resolve = done))
    waiting = { interruption, promise, resolve: waiting?.resolve ?? resolve }
    for (const listener of listeners) listener(interruption)
  }
  return waiting.promise
}

function interruptionOf({ data }: ApiError): Interruption | null {
  if (data?.code === 'UNAUTHORIZED' && data.refusal === null) return 'signed-out'
  return duties.find((duty) => duty === data?.refusal) ?? null
}

/**
 * A request refused because the session ended, or because the account owes something first, waits until that is settled,
 * and is then sent anew:
 * the form stays as it was, and even the click that met the end is not lost.
 */
export const sessionLink: TRPCLink<AppRouter> = () => {
  return ({ op, next }) =>
    observable((observer) => {
      let inner: { unsubscribe: () => void } | undefined
      let gone = false
      const send = () => {
        inner = next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => {
            const interruption = interruptionOf(error)
            if (!interruption || op.context[BEFOREHAND]) return observer.error(error)
            void untilResumed(interruption).then(() => {
              if (!gone) send()
            })
          },
        })
      }
      send()
      return () => {
        gone = true
        inner?.unsubscribe()
      }
    })
}
