import { reviewAssignment, type AssignmentId, type Review } from '@dangjian/domain/tasks'
import type { UnitId } from '@dangjian/domain/access'
import { listUnitsOfPerson } from '@dangjian/db/organisation/person-store'
import { ancestorsOf } from '@dangjian/db/organisation/unit-scope'
import { accept, type CommandArgs } from '../trpc.ts'
import type { Actor } from '../context.ts'
import { findAssignmentAt, saveStep, tell } from './assignment-step.ts'

/** Decides on submitted work, for closing and returning alike. */
export async function decideReview(
  args: CommandArgs<{ assignmentId: AssignmentId; rev: number }, Actor, undefined>,
  review: Review,
): Promise<{ rev: number }> {
  const { db, input, now, note } = args
  const assignment = await findAssignmentAt(db, input.assignmentId, input.rev)
  const reviewerIsOfSociety = await isOfSociety(args, assignment.unitId)
  const next = accept(reviewAssignment(assignment, review, { reviewerIsOfSociety }, now))
  await saveStep(db, next)
  if (review.verdict === 'close') await tell(args, next.id, 'closed')
  else await tell(args, next.id, 'returned', review.reason.trim())
  note({ assignmentId: next.id, rev: next.rev })
  return { rev: next.rev }
}

/** Whether somebody belongs to a society or holds a role there: then its work is for others to review. */
async function isOfSociety(
  { db, actor, today }: Pick<CommandArgs<unknown, Actor, undefined>, 'db' | 'actor' | 'today'>,
  societyId: UnitId,
): Promise<boolean> {
  const units = await listUnitsOfPerson(db, actor.personId, today)
  if (units.some((unit) => unit.societyId === societyId)) return true
  for (const { unitId } of actor.grants) {
    if ((await ancestorsOf(db, unitId)).includes(societyId)) return true
  }
  return false
}
