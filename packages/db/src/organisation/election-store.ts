import type { LocalDate, UnitId } from '@dangjian/domain/access'
import type { PostHoldingId } from '@dangjian/domain/organisation'
import type { Insertable, Selectable } from 'kysely'
import type { Db } from '../database.ts'
import type { ElectionTable } from './tables.ts'

/** Posts that began with an election, and those that ended, with the end each had before. */
export interface PostChanges {
  readonly begun: readonly PostHoldingId[]
  readonly ended: readonly { readonly id: PostHoldingId; readonly toOn: LocalDate | null }[]
}

type NewElection = Omit<Insertable<ElectionTable>, 'votes' | 'postChanges' | 'withdrawnAt'> & {
  readonly votes: readonly object[]
  readonly postChanges: PostChanges | null
}

export async function insertElection(db: Db, { votes, postChanges, ...election }: NewElection): Promise<void> {
  await db
    .insertInto('election')
    .values({
      ...election,
      votes: JSON.stringify(votes),
      postChanges: postChanges && JSON.stringify(postChanges),
    })
    .execute()
}

export async function findPostChanges(db: Db, electionId: string): Promise<PostChanges | null> {
  const row = await db.selectFrom('election').select('postChanges').where('id', '=', electionId).executeTakeFirst()
  return row?.postChanges ? (JSON.parse(row.postChanges) as PostChanges) : null
}

/** The last election held by a day, those withdrawn not counted. */
export async function findLastElection(
  db: Db,
  unitId: UnitId,
  day: LocalDate,
): Promise<Selectable<ElectionTable> | undefined> {
  return db
    .selectFrom('election')
    .selectAll()
    .where('unitId', '=', unitId)
    .where('heldOn', '<=', day)
    .where('withdrawnAt', 'is', null)
    .orderBy('heldOn', 'desc')
    .limit(1)
    .executeTakeFirst()
}

const electionUnitColumns = [
  'unit.id',
  'unit.name',
  'unit.kind',
  'unit.form',
  'unit.affiliation',
  'unit.foundedOn',
  'unit.societyId',
] as const

/** Standing units with a form, each with the day of its last election: what terms are counted from. */
export async function listUnitsWithElection(db: Db, beneath: UnitId) {
  return db
    .selectFrom('unit')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'unit.id')
    .leftJoin('election', (join) =>
      join.onRef('election.unitId', '=', 'unit.id').on('election.withdrawnAt', 'is', null),
    )
    .select(electionUnitColumns)
    .select((eb) => eb.fn.max('election.heldOn').as('electedOn'))
    .where('unitClosure.ancestorId', '=', beneath)
    .where('unit.state', '=', 'active')
    .where('unit.form', 'in', ['committee', 'generalBranch', 'branch', 'jointBranch'])
    .groupBy(electionUnitColumns)
    .execute()
}
