import type { Action, Instant } from '@dangjian/domain/access'
import { findIdempotencyKey, insertIdempotencyKey } from '@dangjian/db/access/idempotency-store'
import type { Db } from '@dangjian/db/database'
import type { Context } from './context.ts'
import { refuseWith } from './refusal.ts'

/** The answer a command already gave under this key, when it was the same request; another request under it is refused. */
export async function storedAnswer(
  ctx: Context,
  tx: Db,
  action: Action,
  input: unknown,
): Promise<{ answer: unknown } | undefined> {
  if (!ctx.actor || !ctx.idempotencyKey) return undefined
  const row = await findIdempotencyKey(tx, ctx.actor.accountId, ctx.idempotencyKey)
  if (!row) return undefined
  if (row.requestHash !== hashOf(ctx, action, input)) refuseWith('idempotency-key-used-otherwise')
  ctx.setHeader('idempotent-replayed', 'true')
  return { answer: JSON.parse(row.response) as unknown }
}

export async function keepAnswer(
  ctx: Context,
  tx: Db,
  action: Action,
  input: unknown,
  answer: unknown,
  now: Instant,
): Promise<void> {
  if (!ctx.actor || !ctx.idempotencyKey) return
  await insertIdempotencyKey(tx, {
    accountId: ctx.actor.accountId,
    key: ctx.idempotencyKey,
    action,
    requestHash: hashOf(ctx, action, input),
    response: JSON.stringify(answer ?? null),
    createdAt: now,
  })
}

/** With the installation's key: a request may hold a password, which a plain hash would leave to be guessed at leisure. */
function hashOf(ctx: Context, action: Action, input: unknown): string {
  return ctx.secrets.digest(JSON.stringify(input) ?? '', action)
}
