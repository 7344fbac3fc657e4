import type { Instant, PersonId, UnitId } from '@dangjian/domain/access'
import type { Db } from '../database.ts'
import type { ElectionStepTable } from './tables.ts'

/** What was taken down of a unit's elections, in that order, with who did it, the paper and what was counted. */
export async function listElectionSteps(db: Db, unitId: UnitId) {
  return db
    .selectFrom('electionStep')
    .leftJoin('person', 'person.id', 'electionStep.recordedBy')
    .leftJoin('person as withdrawer', 'withdrawer.id', 'electionStep.withdrawnBy')
    .leftJoin('file', 'file.id', 'electionStep.documentFileId')
    .leftJoin('election', 'election.id', 'electionStep.electionId')
    .selectAll('electionStep')
    .select([
      'person.name as recordedByName',
      'withdrawer.name as withdrawnByName',
      'file.name as documentFileName',
      'file.mediaType as documentMediaType',
      'file.size as documentSize',
      'election.entitled',
      'election.present',
      'election.valid',
    ])
    .where('electionStep.unitId', '=', unitId)
    .orderBy('electionStep.seq')
    .execute()
}

/** The steps of every unit beneath a unit, in order: enough to say how far each election is. */
export async function listElectionStepsBeneath(db: Db, beneath: UnitId) {
  return db
    .selectFrom('electionStep')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'electionStep.unitId')
    .select(['electionStep.unitId', 'electionStep.step', 'electionStep.happenedOn', 'electionStep.withdrawnAt'])
    .where('unitClosure.ancestorId', '=', beneath)
    .orderBy('electionStep.unitId')
    .orderBy('electionStep.seq')
    .execute()
}

type NewElectionStep = Omit<ElectionStepTable, 'withdrawnAt' | 'withdrawnBy' | 'withdrawnReason'>

export async function insertElectionStep(db: Db, step: NewElectionStep): Promise<void> {
  await db
    .insertInto('electionStep')
    .values({ ...step, withdrawnAt: null, withdrawnBy: null, withdrawnReason: null })
    .execute()
}

/** Marks a step as withdrawn, and with it the election whose result it was. */
export async function saveElectionStepWithdrawn(
  db: Db,
  step: Pick<ElectionStepTable, 'id' | 'electionId'>,
  withdrawn: { readonly at: Instant; readonly by: PersonId; readonly reason: string },
): Promise<void> {
  await db
    .updateTable('electionStep')
    .set({ withdrawnAt: withdrawn.at, withdrawnBy: withdrawn.by, withdrawnReason: withdrawn.reason })
    .where('id', '=', step.id)
    .execute()
  if (!step.electionId) return
  await db.updateTable('election').set({ withdrawnAt: withdrawn.at }).where('id', '=', step.electionId).execute()
}
