import type { ExpressionBuilder, ExpressionWrapper, SelectQueryBuilder, SqlBool } from 'kysely'
import type { PersonId } from '@dangjian/domain/access'
import type { Database, Db } from '../database.ts'
import { namesHolding } from '../organisation/name-gram-store.ts'
import { holds, wordsOf } from '../organisation/pinyin.ts'

export interface AuditFilter {
  /** Name or pinyin of whoever did it, or whom it was done to. */
  readonly person?: string | undefined
  /** Name or pinyin of a unit: what was done to it and beneath it, or for it. */
  readonly unit?: string | undefined
  readonly action?: string | undefined
  /** Instants: from the first on, and before the second. */
  readonly from?: number | undefined
  readonly before?: number | undefined
  /** Actions of which the entries of one sitting are one row: those whose detail is the same. */
  readonly repeated: readonly string[]
  /** Where the last page ended. */
  readonly cursor?: { readonly at: number; readonly id: string } | undefined
  readonly limit: number
}

/** The log as it is read: newest first, with the names to show; what was repeated stands at its last time with a count. */
export async function listAuditEntries(db: Db, filter: AuditFilter) {
  const { before, repeated } = filter
  const rows = await pageOf(
    db,
    entriesOf(db, filter).where((eb) =>
      eb.or([eb('auditEntry.action', 'not in', repeated), eb.not(eb.exists(laterTwin(eb, before)))]),
    ),
    filter,
  )
  return Promise.all(
    rows.map(async (row) => ({ ...row, times: repeated.includes(row.action) ? await countTwins(db, row, filter) : 1 })),
  )
}

/** Every single entry, newest first, page by page: nothing is held but the page. */
export async function* eachAuditEntry(db: Db, filter: Asked) {
  for (let cursor: AuditFilter['cursor']; ;) {
    const page = await pageOf(db, entriesOf(db, filter), { cursor, limit: PAGE })
    if (page.length > 0) yield page
    cursor = page.at(-1)
    if (page.length < PAGE) return
  }
}

/** How many entries there are, and from when to when they run. */
export async function measureAuditEntries(db: Db, filter: Asked) {
  const { count, firstAt, lastAt } = await matching(db.selectFrom('auditEntry'), filter)
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.min('auditEntry.at').as('firstAt'),
      fn.max('auditEntry.at').as('lastAt'),
    ])
    .executeTakeFirstOrThrow()
  return {
    count: Number(count),
    firstAt: count ? Number(firstAt) : null,
    lastAt: count ? Number(lastAt) : null,
  }
}

const PAGE = 500

type Asked = Omit<AuditFilter, 'cursor' | 'repeated' | 'limit'>

function entriesOf(db: Db, filter: Asked) {
  return matching(db.selectFrom('auditEntry'), filter)
    .leftJoin('person', 'person.id', 'auditEntry.personId')
    .leftJoin('person as targetPerson', 'targetPerson.id', 'auditEntry.targetPersonId')
    .leftJoin('unit', 'unit.id', 'auditEntry.targetUnitId')
    .leftJoin('unit as actingUnit', 'actingUnit.id', 'auditEntry.actingUnitId')
    .selectAll('auditEntry')
    .select([
      'person.name as personName',
      'targetPerson.name as targetPersonName',
      'unit.name as targetUnitName',
      'actingUnit.name as actingUnitName',
    ])
}

function matching(query: SelectQueryBuilder<Database, 'auditEntry', object>, filter: Asked) {
  const { from, before, action, person, unit } = filter
  let asked = query
  if (action) asked = asked.where('auditEntry.action', '=', action)
  if (from !== undefined) asked = asked.where('auditEntry.at', '>=', from)
  if (before !== undefined) asked = asked.where('auditEntry.at', '<', before)
  if (person) asked = asked.where((eb) => concernsPerson(eb, wordsOf(person)))
  if (unit) asked = asked.where((eb) => concernsUnit(eb, wordsOf(unit)))
  return asked
}

async function pageOf(
  db: Db,
  query: ReturnType<typeof entriesOf>,
  { cursor, limit }: Pick<AuditFilter, 'cursor' | 'limit'>,
) {
  const after = cursor ? query.where((eb) => isBefore(eb as unknown as Entries, cursor)) : query
  const rows = await after.orderBy('auditEntry.at', 'desc').orderBy('auditEntry.id', 'desc').limit(limit).execute()
  return namedByDetail(db, rows)
}

/** Entries of earlier releases name whom they concern in their detail alone. */
async function namedByDetail<
  R extends { targetPersonId: string | null; targetPersonName: string | null; detail: string },
>(db: Db, rows: readonly R[]): Promise<R[]> {
  const idOf = ({ targetPersonId, detail }: R) =>
    targetPersonId === null ? /"personId":"([^"]+)"/.exec(detail)?.[1] : undefined
  const ids = [...new Set(rows.map(idOf).filter((id) => id !== undefined))] as PersonId[]
  if (ids.length === 0) return [...rows]
  const people = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
  const names = new Map<string, string>(people.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({ ...row, targetPersonName: row.targetPersonName ?? names.get(idOf(row) ?? '') ?? null }))
}

type Entries = ExpressionBuilder<Database, 'auditEntry'>
type Condition = ExpressionWrapper<Database, 'auditEntry', SqlBool>

function isBefore(eb: Entries, { at, id }: { at: number; id: string }): Condition {
  return eb(eb.refTuple('auditEntry.at', 'auditEntry.id'), '<', eb.tuple(at, id)) as Condition
}

/** The same again, later, within what is asked for. */
function laterTwin(eb: Entries, before: number | undefined) {
  let twin = eb
    .selectFrom('auditEntry as twin')
    .select('twin.id')
    .whereRef('twin.personId', '=', 'auditEntry.personId')
    .whereRef('twin.action', '=', 'auditEntry.action')
    .whereRef('twin.detail', '=', 'auditEntry.detail')
    .where((later) =>
      later.or([
        later('twin.at', '>', later.ref('auditEntry.at')),
        later.and([
          later('twin.at', '=', later.ref('auditEntry.at')),
          later('twin.id', '>', later.ref('auditEntry.id')),
        ]),
      ]),
    )
  if (before !== undefined) twin = twin.where('twin.at', '<', before)
  return twin
}

async function countTwins(
  db: Db,
  row: { personId: string | null; action: string; detail: string },
  { from, before }: AuditFilter,
): Promise<number> {
  let query = db
    .selectFrom('auditEntry')
    .select((eb) => eb.fn.countAll<number>().as('times'))
    .where('personId', '=', row.personId as never)
    .where('action', '=', row.action)
    .where('detail', '=', row.detail)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (before !== undefined) query = query.where('at', '<', before)
  return Number((await query.executeTakeFirstOrThrow()).times)
}

function concernsPerson(eb: Entries, words: string): Condition {
  const named = eb.selectFrom('person as named').select('named.id').where('named.namePinyin', 'in', namesHolding(words))
  return eb.or([
    eb('auditEntry.personId', 'in', named),
    eb('auditEntry.targetPersonId', 'in', named),
  ]) as unknown as Condition
}

function concernsUnit(eb: Entries, words: string): Condition {
  const within = eb
    .selectFrom('unitClosure')
    .innerJoin('unit', 'unit.id', 'unitClosure.ancestorId')
    .select('unitClosure.descendantId')
    .where((each) => holds(each, 'unit.namePinyin', words))
  return eb.or([
    eb('auditEntry.targetUnitId', 'in', within),
    eb('auditEntry.actingUnitId', 'in', within),
  ]) as unknown as Condition
}
