import type { TRPCLink } from '@trpc/client'
import { observable, tap } from '@trpc/server/observable'
import type { AppRouter } from '@dangjian/api/router'

/** The key a command is sent under; set a `idempotencyKey` in the call's context to choose it. */
export const IDEMPOTENCY_KEY = 'idempotencyKey'

/** Commands whose outcome is not known yet: sent, and no answer came back. */
const open = new Map<string, string>()

/**
 * Gives each command a key that stays the same until its outcome is known: over retries, over a double click,
 * and when somebody presses the button again after a lost line. So it takes effect once.
 */
export const idempotencyLink: TRPCLink<AppRouter> = () => {
  return ({ op, next }) => {
    if (op.type !== 'mutation') return next(op)
    const signature = `${op.path} ${JSON.stringify(op.input)}`
    const given = op.context[IDEMPOTENCY_KEY]
    const key = typeof given === 'string' ? given : (open.get(signature) ?? newKey())
    open.set(signature, key)
    return observable((observer) =>
      next({ ...op, context: { ...op.context, [IDEMPOTENCY_KEY]: key } })
        .pipe(
          tap({
            complete: () => open.delete(signature),
            error: (error) => {
              // An answer with a code is an outcome; silence is not.
              if (error.data) open.delete(signature)
            },
          }),
        )
        .subscribe(observer),
    )
  }
}

function newKey(): string {
  // `randomUUID` is missing on plain HTTP outside the loopback.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
