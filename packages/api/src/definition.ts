import type { z } from 'zod'
import type { Action, Instant, LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import type { Db } from '@dangjian/db/database'
import type { ActorOf } from './actor-of.ts'
import type { Context, Services } from './context.ts'

/**
 * What a procedure acts on. `null` from `target` means that there is no such thing. What was read to find it out may
 * come along: the procedure is given it and need not ask again.
 */
export interface Target {
  readonly unitId?: UnitId | null
  readonly personId?: PersonId | null
}

/** An event for the outbox: its `type` says which handlers get it. */
export interface OutboxEvent {
  readonly type: string
}

/** What every procedure is given. */
export interface ProcedureArgs<I> extends Pick<Services, 'files' | 'signer' | 'passwords' | 'throttle' | 'log'> {
  readonly input: I
  readonly db: Db
  readonly now: Instant
  /** The day it is in China. */
  readonly today: LocalDate
  readonly newId: <Id extends string>() => Id
  readonly context: Context
}

export interface QueryArgs<I, A> extends ProcedureArgs<I> {
  readonly actor: A
}

/** What a procedure is given that was found to be permitted. */
export interface PermittedArgs<I, A, T> extends QueryArgs<I, A> {
  /** What the definition's `target` answered. */
  readonly target: T
}

export interface CommandArgs<I, A, P, T extends Target = Target> extends PermittedArgs<I, A, T> {
  /** What `prepare` made before the transaction began. */
  readonly prepared: P
  /** When the command came: `now` is when its turn to write has come. */
  readonly arrivedAt: Instant
  /** Hands an event to the outbox: it is delivered after the commit, once in effect. */
  readonly emit: (event: OutboxEvent) => void
  /** Adds to the command's audit entry, which concerns the person named here. No free text, no answers, no secrets. */
  readonly note: (detail: Readonly<Record<string, unknown>> & { readonly personId?: PersonId }) => void
  /** Runs when the commit is on disk, before the answer leaves. */
  readonly afterCommit: (act: () => void) => void
}

export interface Definition<A extends Action, I extends z.ZodType, O extends z.ZodType, T extends Target> {
  readonly permission: A
  /** Strict: what it does not name is refused. */
  readonly input: I
  /** Exact: what it does not name never leaves. */
  readonly output: O
  readonly target?: (args: QueryArgs<z.output<I>, ActorOf<A>>) => Promise<T | null> | T | null
}

export interface QueryDefinition<
  A extends Action,
  I extends z.ZodType,
  O extends z.ZodType,
  T extends Target,
> extends Definition<A, I, O, T> {
  /**
   * The answer is kept until a table that it, or the permission for it, was made from is written. It may depend on the
   * input, the day and who asks, and on nothing else; `now` is not for it. A `report` sums over many people and is asked
   * on a thread of its own; a `page` is what a page opens with.
   */
  readonly kept?: 'page' | 'report'
  readonly run: (args: PermittedArgs<z.output<I>, ActorOf<A>, T>) => Promise<z.input<O>>
}

export interface CommandDefinition<
  A extends Action,
  I extends z.ZodType,
  O extends z.ZodType,
  T extends Target,
  P,
> extends Definition<A, I, O, T> {
  /** Slow work that must not hold the transaction: hashing, reading a file. It sees the permission granted. */
  readonly prepare?: (args: PermittedArgs<z.output<I>, ActorOf<A>, T>) => Promise<P>
  readonly run: (args: CommandArgs<z.output<I>, ActorOf<A>, P, T>) => Promise<z.input<O>>
}
