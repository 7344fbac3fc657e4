import type { Db } from '@dangjian/db/database'
import type {
  ElectionStepTable,
  ElectionTable,
  MembershipTable,
  PostHoldingTable,
  UnitClosureTable,
  UnitEventTable,
  UnitExceptionTable,
  UnitTable,
} from '@dangjian/db/organisation/tables'
import type { RoleGrantTable } from '@dangjian/db/access/tables'
import { insertPeople, personRow, type PersonRow } from '@dangjian/db/organisation/person-store'
import { nameKeyOf } from '@dangjian/db/organisation/pinyin'
import {
  startOfDay,
  type LocalDate,
  type PersonId,
  type Role,
  type RoleGrantId,
  type UnitId,
} from '@dangjian/domain/access'
import type { MemberStatus, Post, PostHoldingId } from '@dangjian/domain/organisation'

/** Rows of one statement: SQLite takes 32,766 values, the widest of our rows has 19. */
const ROWS_AT_ONCE = 1000

type NewUnit = Pick<UnitTable, 'kind' | 'tier' | 'name' | 'state' | 'stateOn'> & Partial<UnitTable>
type NewEvent = Pick<UnitEventTable, 'action' | 'toState' | 'happenedOn'> & Partial<UnitEventTable>

/** The demo's organisation as it is drawn up in memory; written in a few large inserts. */
export class OrganisationDraft {
  readonly units: UnitTable[] = []
  readonly people: PersonRow[] = []
  readonly grants: RoleGrantTable[] = []
  readonly #closure: UnitClosureTable[] = []
  readonly #above = new Map<UnitId, readonly UnitId[]>()
  readonly #memberships: MembershipTable[] = []
  readonly #posts: PostHoldingTable[] = []
  readonly #events: UnitEventTable[] = []
  readonly #elections: Omit<ElectionTable, 'withdrawnAt'>[] = []
  readonly #electionSteps: ElectionStepTable[] = []
  readonly #exceptions: UnitExceptionTable[] = []
  readonly #newId: () => string

  constructor(newId: () => string) {
    this.#newId = newId
  }

  unit(unit: NewUnit): UnitTable {
    const id = this.#newId() as UnitId
    const row: UnitTable = {
      parentId: null,
      societyId: unit.kind === 'society' ? id : null,
      code: null,
      namePinyin: nameKeyOf(unit.name),
      category: null,
      form: null,
      affiliation: null,
      foundedOn: null,
      endedOn: null,
      mergedIntoId: null,
      seq: 0,
      rev: 1,
      createdAt: enteredAt(unit.stateOn),
      ...unit,
      id,
    }
    this.units.push(row)
    const above = row.parentId ? [row.parentId, ...(this.#above.get(row.parentId) ?? [])] : []
    this.#above.set(id, above)
    for (const [depth, ancestorId] of [id, ...above].entries())
      this.#closure.push({ ancestorId, descendantId: id, depth })
    return row
  }

  event(unitId: UnitId, event: NewEvent): void {
    this.#events.push({
      id: this.#newId(),
      unitId,
      recordedAt: enteredAt(event.happenedOn),
      recordedBy: null,
      documentNo: null,
      documentFileId: null,
      note: null,
      name: null,
      affiliation: null,
      parentId: null,
      ...event,
    })
  }

  /** An election that kept the rules, of about as many people as the unit has. */
  election(unitId: UnitId, heldOn: LocalDate, entitled: number, places: number, documentNo: string): void {
    const present = Math.ceil(entitled * 0.9)
    const counts = { entitled, present, issued: present, returned: present, valid: present, places }
    const candidates = places + Math.ceil(places / 5)
    const more = { candidates, excluded: 0, excludedReason: null, votes: '[]', postChanges: null }
    const paper = { documentNo, documentFileId: null }
    this.#elections.push({ id: this.#newId(), unitId, heldOn, ...counts, ...more, ...paper })
    this.event(unitId, { action: 'elect', toState: 'active', happenedOn: heldOn, documentNo })
  }

  /** The last election of a unit, as drawn. */
  lastElection(unitId: UnitId): { readonly id: string; readonly heldOn: string } | undefined {
    return this.#elections.filter((each) => each.unitId === unitId).at(-1)
  }

  /** One step more in the course of a unit's election. */
  electionStep(
    unitId: UnitId,
    step: Pick<ElectionStepTable, 'step' | 'happenedOn' | 'recordedBy'> & Partial<ElectionStepTable>,
  ): void {
    this.#electionSteps.push({
      id: this.#newId(),
      unitId,
      seq: this.#electionSteps.filter((each) => each.unitId === unitId).length + 1,
      recordedAt: enteredAt(step.happenedOn),
      documentNo: null,
      documentFileId: null,
      note: null,
      electionId: null,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnReason: null,
      ...step,
    })
  }

  exception(
    unitId: UnitId,
    exception: Pick<UnitExceptionTable, 'warning' | 'approvedOn' | 'untilOn' | 'documentNo' | 'recordedBy'>,
  ): void {
    const { approvedOn, warning, documentNo, recordedBy } = exception
    const recordedAt = enteredAt(approvedOn)
    this.#exceptions.push({ id: this.#newId(), unitId, documentFileId: null, recordedAt, ...exception })
    const event = { action: 'approve-exception', toState: 'active', happenedOn: approvedOn, note: warning } as const
    this.event(unitId, { ...event, documentNo, recordedBy })
  }

  person(name: string, memberStatus: MemberStatus, createdAt: number): PersonId {
    const id = this.#newId() as PersonId
    this.people.push(personRow({ id, name, memberStatus, rev: 1, createdAt }))
    return id
  }

  join(unitId: UnitId, personId: PersonId, fromOn: LocalDate): void {
    this.#memberships.push({ id: this.#newId(), unitId, personId, fromOn, toOn: null })
  }

  post(unitId: UnitId, personId: PersonId, post: Post, fromOn: LocalDate, toOn: LocalDate | null = null): void {
    this.#posts.push({ id: this.#newId() as PostHoldingId, unitId, personId, post, fromOn, toOn })
  }

  grant(unitId: UnitId, personId: PersonId, role: Role, fromOn: LocalDate): void {
    this.grants.push({ id: this.#newId() as RoleGrantId, personId, role, unitId, fromOn, toOn: null })
  }

  async write(tx: Db): Promise<void> {
    for (const rows of parts(this.units)) await tx.insertInto('unit').values(rows).execute()
    for (const rows of parts(this.#closure)) await tx.insertInto('unitClosure').values(rows).execute()
    await insertPeople(tx, this.people)
    for (const rows of parts(this.#memberships)) await tx.insertInto('membership').values(rows).execute()
    for (const rows of parts(this.#posts)) await tx.insertInto('postHolding').values(rows).execute()
    for (const rows of parts(this.#events)) await tx.insertInto('unitEvent').values(rows).execute()
    for (const rows of parts(this.#elections)) await tx.insertInto('election').values(rows).execute()
    for (const rows of parts(this.#electionSteps)) await tx.insertInto('electionStep').values(rows).execute()
    for (const rows of parts(this.#exceptions)) await tx.insertInto('unitException').values(rows).execute()
    for (const rows of parts(this.grants)) await tx.insertInto('roleGrant').values(rows).execute()
  }
}

/** What happened before there was a system was entered when there was one. */
const FIRST_ENTRY = '2018-03-01'

function enteredAt(day: LocalDate): number {
  return startOfDay(day > FIRST_ENTRY ? day : FIRST_ENTRY) + 10 * 3_600_000
}

function* parts<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) yield rows.slice(from, from + ROWS_AT_ONCE)
}
