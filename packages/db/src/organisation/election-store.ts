import type { LocalDate, UnitId } from '@dangjian/domain/access'
import type { Db } from '../database.ts'
import type { ElectionTable } from './tables.ts'

export async function insertElection(db: Db, election: ElectionTable): Promise<void> {
  await db.insertInto('election').values(election).execute()
}

/** The last election held by a day. */
export async function findLastElection(db: Db, unitId: UnitId, day: LocalDate): Promise<ElectionTable | undefined> {
  return db
    .selectFrom('election')
    .selectAll()
    .where('unitId', '=', unitId)
    .where('heldOn', '<=', day)
    .orderBy('heldOn', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Standing units with a form, each with the day of its last election: what terms are counted from. */
export async function listUnitsWithElection(db: Db, beneath: UnitId) {
  return db
    .selectFrom('unit')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'unit.id')
    .leftJoin('election', 'election.unitId', 'unit.id')
    .select(['unit.id', 'unit.name', 'unit.kind', 'unit.form', 'unit.foundedOn', 'unit.societyId'])
    .select((eb) => eb.fn.max('election.heldOn').as('electedOn'))
    .where('unitClosure.ancestorId', '=', beneath)
    .where('unit.state', '=', 'active')
    .where('unit.form', 'in', ['committee', 'generalBranch', 'branch', 'jointBranch'])
    .groupBy(['unit.id', 'unit.name', 'unit.kind', 'unit.form', 'unit.foundedOn', 'unit.societyId'])
    .execute()
}
