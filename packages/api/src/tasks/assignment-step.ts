import type { Instant } from '@dangjian/domain/access'
import type { Assignment, AssignmentId, AssignmentPart, AssignmentPartId, TimelineKind } from '@dangjian/domain/tasks'
import {
  findAssignment,
  findLastMover,
  insertAssignmentEvents,
  saveAssignment,
  saveAssignmentMoved,
} from '@dangjian/db/tasks/assignment-store'
import { findPart } from '@dangjian/db/tasks/part-store'
import type { Db } from '@dangjian/db/database'
import type { Actor } from '../context.ts'
import { notFound, refuseWith, type Target } from '../trpc.ts'

/** What hangs on an assignment is done to its society. */
export async function societyOfAssignment({
  db,
  input,
}: {
  readonly db: Db
  readonly input: { readonly assignmentId: AssignmentId }
}): Promise<Target | null> {
  const assignment = await findAssignment(db, input.assignmentId)
  return assignment ? { unitId: assignment.unitId } : null
}

/** A part is given, confirmed and returned by the society whose assignment it belongs to. */
export async function societyOfPart({
  db,
  input,
}: {
  readonly db: Db
  readonly input: { readonly partId: AssignmentPartId }
}): Promise<Target | null> {
  const part = await findPart(db, input.partId)
  return part ? societyOfAssignment({ db, input: part }) : null
}

/** The assignment as the caller saw it; whoever comes second is told who took the last step, and when. */
export async function findAssignmentAt(db: Db, id: AssignmentId, rev: number): Promise<Assignment> {
  const assignment = (await findAssignment(db, id)) ?? notFound()
  if (assignment.rev !== rev) await refuseSecond(db, id)
  return assignment
}

/** Saves the next state of an assignment. */
export async function saveStep(db: Db, next: Assignment): Promise<void> {
  if (!(await saveAssignment(db, next))) await refuseSecond(db, next.id)
}

async function refuseSecond(db: Db, id: AssignmentId): Promise<never> {
  const last = await findLastMover(db, id)
  refuseWith('edited-meanwhile', { by: last?.name ?? '', at: last?.at ?? 0 })
}

/** A part with the assignment that it belongs to. */
export async function findPartWithAssignment(
  db: Db,
  partId: AssignmentPartId,
): Promise<{ part: AssignmentPart; assignment: Assignment }> {
  const part = (await findPart(db, partId)) ?? notFound()
  const assignment = (await findAssignment(db, part.assignmentId)) ?? notFound()
  return { part, assignment }
}

/** What a timeline entry may name beside its words. */
export interface TimelineDetail {
  readonly partId?: string
  readonly unitName?: string
  readonly title?: string
  readonly fileNames?: readonly string[]
  readonly requirement?: string
}

interface TellArgs {
  readonly db: Db
  readonly now: Instant
  readonly newId: <Id extends string>() => Id
  /** None where the system itself noticed. */
  readonly actor: Actor | null
}

/** Puts what happened on an assignment's timeline. */
export async function tell(
  { db, now, newId, actor }: TellArgs,
  assignmentId: AssignmentId,
  kind: TimelineKind,
  text = '',
  detail: TimelineDetail = {},
): Promise<void> {
  await insertAssignmentEvents(db, [
    {
      id: newId(),
      assignmentId,
      at: now,
      kind,
      personId: actor?.personId ?? null,
      actingUnitId: actor?.grant?.unitId ?? null,
      text,
      detail: JSON.stringify(detail),
    },
  ])
  await saveAssignmentMoved(db, assignmentId, now)
}
