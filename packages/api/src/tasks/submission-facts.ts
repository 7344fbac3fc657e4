import type { LocalDate } from '@dangjian/domain/access'
import {
  isPartOpen,
  missingEvidence,
  submissionTold,
  type Assignment,
  type SubmissionFacts,
  type Task,
} from '@dangjian/domain/tasks'
import { listAssignmentEvents } from '@dangjian/db/tasks/assignment-store'
import { listEvidence } from '@dangjian/db/tasks/evidence-store'
import { listParts } from '@dangjian/db/tasks/part-store'
import type { Db } from '@dangjian/db/database'
import { findTrainingStanding } from './training-standing.ts'

/** What stands against submitting an assignment: the same facts for the button and for the server. */
export async function findSubmissionFacts(
  db: Db,
  assignment: Assignment,
  task: Pick<Task, 'evidence' | 'training'>,
  today: LocalDate,
): Promise<SubmissionFacts> {
  const evidence = await listEvidence(db, assignment.id)
  const parts = await listParts(db, assignment.id)
  const training = await findTrainingStanding(db, assignment, task.training, today)
  return {
    missingEvidence: missingEvidence(task.evidence, evidence).map(({ label }) => label),
    openParts: parts.filter(isPartOpen).length,
    training: training?.standing ?? null,
    ...submissionTold(task, await listAssignmentEvents(db, assignment.id)),
  }
}
