import { initTRPC, TRPCError, type TRPCMutationProcedure, type TRPCQueryProcedure } from '@trpc/server'
import { z } from 'zod'
import { localDateOf, permissionOf, permits, type Action, type PersonId, type SessionId } from '@dangjian/domain/access'
import { insertAuditEntry } from '@dangjian/db/access/audit-store'
import { insertOutboxEvents } from '@dangjian/db/access/outbox-store'
import { isSessionEnded } from '@dangjian/db/access/session-store'
import { ancestorsOf } from '@dangjian/db/organisation/unit-scope'
import type { Storage } from '@dangjian/db/connection/storage'
import type { Db } from '@dangjian/db/database'
import type { ActorOf } from './actor-of.ts'
import type { Context } from './context.ts'
import type { CommandDefinition, Definition, OutboxEvent, QueryArgs, QueryDefinition, Target } from './definition.ts'
import { claimKey, keepAnswer } from './idempotency.ts'
import { holdsNul } from './holds-nul.ts'
import { alreadyPassed, KeptAnswers } from './kept-answers.ts'
import { notFound, Refusal, refuseStorageTrouble, refuseWith, signInNeeded } from './refusal.ts'

export type { CommandArgs, QueryArgs, Target } from './definition.ts'
export { accept, notFound, refuseWith } from './refusal.ts'

/** Where a procedure stands in the permission table; tests read it. */
export interface ProcedureMeta {
  readonly action: Action
  /** The same answer may be given again, as the same object. */
  readonly kept: boolean
}

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter({ shape, error }) {
      const { cause } = error
      const known = error.code !== 'INTERNAL_SERVER_ERROR'
      return {
        code: shape.code,
        message: known ? error.message.slice(0, 200) : 'internal',
        data: {
          code: error.code,
          httpStatus: shape.data.httpStatus,
          path: shape.data.path,
          refusal: cause instanceof Refusal ? cause.refusal : null,
          detail: cause instanceof Refusal ? (cause.detail ?? null) : null,
          issues: cause instanceof z.ZodError ? cause.issues.map(({ path, code }) => ({ path, code })) : null,
        },
      }
    },
  })

export const { router, createCallerFactory } = t

/** What every procedure's own work is done within. */
async function answering<T>(ctx: Context, input: unknown, work: () => Promise<T>): Promise<T> {
  // PostgreSQL keeps no text with a NUL in it; both databases refuse it alike.
  if (holdsNul(input)) throw new TRPCError({ code: 'BAD_REQUEST', message: 'text-with-nul' })
  try {
    return await work()
  } catch (error) {
    refuseStorageTrouble(error, ctx.setHeader)
    throw error
  }
}

type Query<I extends z.ZodType, O extends z.ZodType> = TRPCQueryProcedure<{
  input: z.input<I>
  output: z.output<O>
  meta: ProcedureMeta
}>
type Command<I extends z.ZodType, O extends z.ZodType> = TRPCMutationProcedure<{
  input: z.input<I>
  output: z.output<O>
  meta: ProcedureMeta
}>

/** A question. It sees a database that refuses to be written to. */
export function query<A extends Action, I extends z.ZodType, O extends z.ZodType, T extends Target = Target>(
  definition: QueryDefinition<A, I, O, T>,
): Query<I, O> {
  const procedure = t.procedure
    .meta({ action: definition.permission, kept: definition.kept !== undefined })
    .input(definition.input)
    .output(definition.kept ? alreadyPassed(definition.output) : (definition.output as z.ZodType<unknown, unknown>))
    .query(({ ctx, input }) =>
      answering(ctx, input, async () => {
        const args = argsFor<z.output<I>, ActorOf<A>>(ctx, ctx.storage.read, input as z.output<I>)
        if (definition.kept) return keptAnswer(definition, args)
        return definition.run({ ...args, target: await demandPermission(definition, args) })
      }),
    )
  return procedure as unknown as Query<I, O>
}

const keptAnswers = { page: new KeptAnswers(2000), report: new KeptAnswers(200) }

async function keptAnswer<A extends Action, I extends z.ZodType, O extends z.ZodType, T extends Target>(
  definition: QueryDefinition<A, I, O, T>,
  args: QueryArgs<z.output<I>, ActorOf<A>>,
): Promise<unknown> {
  const { permission, kept = 'page', output } = definition
  const { storage, actor } = args.context
  const key = JSON.stringify([permission, args.input, args.today, actor?.personId, actor?.grant?.id, actor?.duty])
  return keptAnswers[kept].answer(storage.versions, key, async () => {
    const target = await demandPermission(definition, args)
    const db = kept === 'report' ? storage.report : args.db
    return output.parseAsync(await definition.run({ ...args, db, target }))
  })
}

/**
 * A change. Permission, state, rule, audit entry, outbox events and idempotency key share one transaction;
 * the answer leaves after its commit is on disk.
 */
export function command<
  A extends Action,
  I extends z.ZodType,
  O extends z.ZodType,
  T extends Target = Target,
  P = undefined,
>(definition: CommandDefinition<A, I, O, T, P>): Command<I, O> {
  const procedure = t.procedure
    .meta({ action: definition.permission, kept: false })
    .input(definition.input)
    .output(definition.output as z.ZodType<unknown, unknown>)
    .mutation(({ ctx, input }) => answering(ctx, input, () => runCommand(definition, ctx, input as z.output<I>)))
  return procedure as unknown as Command<I, O>
}

async function runCommand<A extends Action, I extends z.ZodType, O extends z.ZodType, T extends Target, P>(
  definition: CommandDefinition<A, I, O, T, P>,
  ctx: Context,
  input: z.output<I>,
): Promise<z.input<O>> {
  if (ctx.actor && !ctx.idempotencyKey) refuseWith('idempotency-key-missing')
  const arrivedAt = ctx.clock()
  let prepared: P | undefined
  if (definition.prepare) {
    const args = argsFor<z.output<I>, ActorOf<A>>(ctx, ctx.storage.read, input)
    prepared = await definition.prepare({ ...args, target: await demandPermission(definition, args) })
  }
  let afterCommit: (() => void)[] = []
  let emitted = 0
  const answer = await ctx.storage.transact(async (tx) => {
    afterCommit = []
    const base = argsFor<z.output<I>, ActorOf<A>>(ctx, tx, input)
    // Whoever was signed in when the request came may have waited: for a hash, a file, the queue of writers. Asked beside
    // the transaction, which would otherwise conflict with every sign-in.
    if (ctx.actor && (await hasEnded(ctx.storage, ctx.actor.sessionId))) signInNeeded()
    const target = await demandPermission(definition, base)
    const { claimed, answered } = await claimKey(ctx, tx, definition.permission, input, base.now)
    if (answered) return answered.answer as z.input<O>

    const events: OutboxEvent[] = []
    const detail: { personId?: PersonId } = {}
    const result = await definition.run({
      ...base,
      target,
      prepared: prepared as P,
      arrivedAt,
      emit: (event) => events.push(event),
      note: (more) => Object.assign(detail, more),
      afterCommit: (act) => afterCommit.push(act),
    })
    await insertAuditEntry(tx, {
      id: ctx.newId(),
      at: base.now,
      accountId: ctx.actor?.accountId ?? null,
      personId: ctx.actor?.personId ?? null,
      role: ctx.actor?.grant?.role ?? null,
      actingUnitId: ctx.actor?.grant?.unitId ?? null,
      action: definition.permission,
      targetUnitId: target.unitId ?? null,
      targetPersonId: target.personId ?? detail.personId ?? null,
      detail: JSON.stringify(detail),
    })
    await insertOutboxEvents(
      tx,
      events.map((event) => ({
        id: ctx.newId(),
        at: base.now,
        type: event.type,
        body: JSON.stringify(event),
        deliveredAt: null,
        tries: 0,
      })),
    )
    await keepAnswer(tx, claimed, result)
    emitted = events.length
    return result
  })
  for (const act of afterCommit) act()
  if (emitted > 0) ctx.outboxFilled()
  return answer
}

const endedSessions = new KeptAnswers(5000)

function hasEnded({ read, versions }: Storage, id: SessionId): Promise<boolean> {
  return endedSessions.answer(versions, id, () => isSessionEnded(read, id))
}

function argsFor<I, A>(ctx: Context, db: Db, input: I): QueryArgs<I, A> {
  const now = ctx.clock()
  return {
    input,
    db,
    now,
    today: localDateOf(now),
    newId: <Id extends string>() => ctx.newId() as Id,
    context: ctx,
    files: ctx.files,
    signer: ctx.signer,
    passwords: ctx.passwords,
    throttle: ctx.throttle,
    log: ctx.log,
    actor: ctx.actor as A,
  }
}

/** Ends the procedure unless the caller may do this here. Being out of scope reads as not existing. */
async function demandPermission<A extends Action, I extends z.ZodType, O extends z.ZodType, T extends Target>(
  definition: Definition<A, I, O, T>,
  args: QueryArgs<z.output<I>, ActorOf<A>>,
): Promise<T> {
  const permission = permissionOf(definition.permission)
  const { actor } = args.context
  // Said before anything is looked up, so that nothing about the target shows.
  const beforehand = permits(permission, actor, {})
  if (beforehand === 'sign-in-needed') signInNeeded()
  if (actor?.duty && beforehand === actor.duty) refuseWith(actor.duty)
  if (beforehand === 'role-lacks-action') throw new TRPCError({ code: 'FORBIDDEN', message: 'role-lacks-action' })

  const target = definition.target ? await definition.target(args) : ({} as T)
  if (!target) notFound()
  const { unitId, personId } = target
  const answer = permits(permission, actor, {
    ...(unitId ? { unitId, ancestors: await ancestorsOf(args.db, unitId) } : {}),
    ...(personId ? { personId } : {}),
  })
  if (answer !== 'permitted') notFound()
  return target
}
