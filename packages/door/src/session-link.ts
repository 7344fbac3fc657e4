import type { TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import type { AppRouter } from '@dangjian/api/router'

type Listener = (ended: boolean) => void
const listeners = new Set<Listener>()
let waiting: { promise: Promise<void>; resolve: () => void } | null = null

/** Tells whether the session ended under the page; the frame then asks for the password over it. */
export function onSessionEnd(listener: Listener): () => void {
  listeners.add(listener)
  listener(waiting !== null)
  return () => listeners.delete(listener)
}

/** Signed in again: what was waiting goes out now. */
export function sessionResumed(): void {
  const was = waiting
  waiting = null
  for (const listener of listeners) listener(false)
  was?.resolve()
}

function untilResumed(): Promise<void> {
  if (!waiting) {
    let resolve = () => {}
    const promise = new Promise<void>((done) => (resolve = done))
    waiting = { promise, resolve }
    for (const listener of listeners) listener(true)
  }
  return waiting.promise
}

/**
 * A request refused because the session ended waits until its person has signed in again, and is then sent anew:
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
            const ended = error.data?.code === 'UNAUTHORIZED' && error.data.refusal === null
            if (!ended) return observer.error(error)
            void untilResumed().then(() => {
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
