import type { LocalDate, UnitId } from '@dangjian/domain/access'
import { canSubmitAssignment, type AssignmentId } from '@dangjian/domain/tasks'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { listAssignments } from '@dangjian/db/tasks/assignment-list-store'
import { findTask } from '@dangjian/db/tasks/task-store'
import type { Db } from '@dangjian/db/database'
import { findSubmissionFacts } from './submission-facts.ts'

/** A society has fewer tasks in work at once. */
const MOST = 200

/**
 * Work of a society against whose submission nothing stands, where there was something to bring (齐备可报送). It is the
 * society that submits: for units above or below it nothing is ready.
 */
export async function listReady(db: Db, unitId: UnitId, today: LocalDate): Promise<AssignmentId[]> {
  const unit = await findUnit(db, unitId)
  if (unit?.kind !== 'society') return []
  const rows = await listAssignments(db, { beneath: unitId, states: ['accepted'] }, { limit: MOST })
  const ready: AssignmentId[] = []
  for (const assignment of rows) {
    const task = await findTask(db, assignment.taskId)
    if (!task || (task.evidence.length === 0 && !task.training)) continue
    const facts = await findSubmissionFacts(db, assignment, task, today)
    if (canSubmitAssignment(assignment, facts).ok) ready.push(assignment.id)
  }
  return ready
}
