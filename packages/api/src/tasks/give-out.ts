import type { Instant, UnitId } from '@dangjian/domain/access'
import {
  openAssignment,
  type Assignment,
  type AssignmentId,
  type Task,
  type TimelineKind,
  type WorkPlanPublished,
} from '@dangjian/domain/tasks'
import { listClausesOfTasks } from '@dangjian/db/tasks/assignment-list-store'
import { insertAssignmentEvents, insertAssignments } from '@dangjian/db/tasks/assignment-store'
import type { Db } from '@dangjian/db/database'
import type { Actor } from '../context.ts'

interface GiveArgs {
  readonly db: Db
  readonly now: Instant
  readonly newId: <Id extends string>() => Id
  readonly actor: Actor
}

/** Opens a task's assignments in societies, each with the first entry of its timeline. */
export async function openAssignments(args: GiveArgs, task: Task, societyIds: readonly UnitId[]): Promise<void> {
  const { db, now, newId } = args
  const opened = societyIds.map((unitId) =>
    openAssignment({ id: newId<AssignmentId>(), taskId: task.id, unitId, dueOn: task.dueOn, now }),
  )
  await insertAssignments(db, opened)
  await tellAll(args, opened, 'opened')
}

/**
 * Puts the same entry on many timelines. What the association does moves nothing: the last movement stays the
 * society's own, so that silence shows.
 */
export async function tellAll(
  { db, now, newId, actor }: GiveArgs,
  assignments: readonly Pick<Assignment, 'id'>[],
  kind: TimelineKind,
  text = '',
  detail: { readonly dueOn?: string } = {},
): Promise<void> {
  await insertAssignmentEvents(
    db,
    assignments.map(({ id }) => ({
      id: newId(),
      assignmentId: id,
      at: now,
      kind,
      personId: actor.personId,
      actingUnitId: actor.grant?.unitId ?? null,
      text,
      detail: JSON.stringify(detail),
    })),
  )
}

/** The event by which the other wings learn that tasks went out. */
export async function workPlanPublished(
  db: Db,
  workPlanId: Task['workPlanId'],
  given: readonly { readonly task: Task; readonly societyIds: readonly UnitId[] }[],
): Promise<WorkPlanPublished> {
  const clauses = await listClausesOfTasks(
    db,
    given.map(({ task }) => task.id),
  )
  return {
    type: 'work-plan-published',
    workPlanId,
    tasks: given.map(({ task, societyIds }) => ({
      taskId: task.id,
      taskTitle: task.title,
      clauses: clauses
        .filter(({ taskId }) => taskId === task.id)
        .map(({ itemNumber, itemTitle, text }) => ({ itemNumber, itemTitle, clauseText: text })),
      dueOn: task.dueOn,
      training: task.training,
      societyIds: [...societyIds],
    })),
  }
}
