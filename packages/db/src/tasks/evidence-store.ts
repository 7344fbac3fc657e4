import type { PersonId } from '@dangjian/domain/access'
import type { AssignmentId, Evidence, EvidenceId, TaskCourseId } from '@dangjian/domain/tasks'
import type { Db } from '../database.ts'
import type { TrainingEvidenceTable } from './tables.ts'

export async function findEvidence(db: Db, id: EvidenceId): Promise<Evidence | undefined> {
  return db.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertEvidence(db: Db, evidence: Evidence): Promise<void> {
  await db.insertInto('evidence').values(evidence).execute()
}

export async function saveEvidenceWithdrawn(db: Db, id: EvidenceId, at: number): Promise<void> {
  await db.updateTable('evidence').set({ withdrawnAt: at }).where('id', '=', id).execute()
}

/** What was attached to an assignment, in its order, with the files' names and who attached it. */
export async function listEvidence(db: Db, assignmentId: AssignmentId) {
  return db
    .selectFrom('evidence')
    .leftJoin('file', 'file.id', 'evidence.fileId')
    .innerJoin('person', 'person.id', 'evidence.attachedBy')
    .selectAll('evidence')
    .select(['file.name as fileName', 'file.mediaType', 'file.size as fileSize', 'person.name as attachedByName'])
    .where('evidence.assignmentId', '=', assignmentId)
    .orderBy('evidence.id')
    .execute()
}

/** Notes that a person passed a course; the first time counts. */
export async function insertTrainingEvidence(db: Db, row: TrainingEvidenceTable): Promise<void> {
  await db
    .insertInto('trainingEvidence')
    .values(row)
    .onConflict((c) => c.columns(['personId', 'courseId']).doNothing())
    .execute()
}

/** Which of the people passed a course, and by which record. */
export async function listTrainingEvidence(
  db: Db,
  courseId: TaskCourseId,
  personIds: readonly PersonId[],
): Promise<TrainingEvidenceTable[]> {
  if (personIds.length === 0) return []
  return db
    .selectFrom('trainingEvidence')
    .selectAll()
    .where('courseId', '=', courseId)
    .where('personId', 'in', personIds)
    .execute()
}
