import type { Action, Instant } from '@dangjian/domain/access'
import { claimIdempotencyKey, findIdempotencyKey, saveIdempotencyKey } from '@dangjian/db/access/idempotency-store'
import type { IdempotencyKeyTable } from '@dangjian/db/access/tables'
import type { Db } from '@dangjian/db/database'
import type { Context } from './context.ts'
import { refuseWith } from './refusal.ts'

/** A command's key, with the answer given under it once there is one; undefined where nobody in particular asks. */
export type ClaimedKey = IdempotencyKeyTable | undefined

/**
 * Takes the request's key for this command. Answers what the command already said under it, when it was the same request;
 * another request under it is refused.
 */
export async function claimKey(
  ctx: Context,
  tx: Db,
  action: Action,
  input: unknown,
  createdAt: Instant,
): Promise<{ claimed: ClaimedKey; answered?: { answer: unknown } }> {
  const { actor, idempotencyKey: key } = ctx
  if (!actor || !key) return { claimed: undefined }
  const claimed = {
    accountId: actor.accountId,
    key,
    action,
    requestHash: hashOf(ctx, action, input),
    response: '',
    createdAt,
  }
  if (await claimIdempotencyKey(tx, claimed)) return { claimed }
  const row = await findIdempotencyKey(tx, actor.accountId, key)
  if (row?.requestHash !== claimed.requestHash) refuseWith('idempotency-key-used-otherwise')
  ctx.setHeader('idempotent-replayed', 'true')
  return { claimed, answered: { answer: JSON.parse(row.response) as unknown } }
}

/** Lays what the command says beside its key. */
export async function keepAnswer(tx: Db, claimed: ClaimedKey, answer: unknown): Promise<void> {
  if (claimed) await saveIdempotencyKey(tx, { ...claimed, response: JSON.stringify(answer ?? null) })
}

/** With the installation's key: a request may hold a password, which a plain hash would leave to be guessed at leisure. */
function hashOf(ctx: Context, action: Action, input: unknown): string {
  return ctx.secrets.digest(JSON.stringify(input) ?? '', action)
}
