import type { FileId, PersonId, UnitId } from '@dangjian/domain/access'
import type {
  Affiliation,
  ElectionStep,
  MemberStatus,
  Post,
  PostHoldingId,
  SocietyImportId,
  SocietyCategory,
  Unit,
  UnitEventAction,
  UnitForm,
  UnitKind,
  UnitState,
  UnitWarning,
} from '@dangjian/domain/organisation'
import type { Generated } from 'kysely'

/** Tables of the organisation wing. Dates are `YYYY-MM-DD`, instants UTC epoch milliseconds. */
export interface UnitTable {
  id: UnitId
  kind: UnitKind
  tier: Unit['tier']
  parentId: UnitId | null
  societyId: UnitId | null
  code: string | null
  name: string
  namePinyin: string
  category: SocietyCategory | null
  form: UnitForm | null
  affiliation: Affiliation | null
  state: UnitState
  stateOn: string
  foundedOn: string | null
  endedOn: string | null
  mergedIntoId: UnitId | null
  seq: number
  rev: number
  createdAt: number
}

/** Every unit with each unit above it and with itself (depth 0). */
export interface UnitClosureTable {
  ancestorId: UnitId
  descendantId: UnitId
  depth: number
}

export interface PersonTable {
  id: PersonId
  name: string
  /** What the person is found by and sorted by: `nameKeyOf(name)`. */
  namePinyin: string
  memberStatus: MemberStatus
  rev: number
  createdAt: number
  /** Who corrected the person's details last, and when. */
  changedAt: Generated<number | null>
  changedBy: Generated<PersonId | null>
}

/** Names of people by what stands in them: see `name-gram-store.ts`. */
export interface NameGramTable {
  gram: string
  /** As `name_pinyin` of those who bear it. */
  name: string
}

export interface MembershipTable {
  id: string
  unitId: UnitId
  personId: PersonId
  fromOn: string
  toOn: string | null
}

export interface PostHoldingTable {
  id: PostHoldingId
  unitId: UnitId
  personId: PersonId
  post: Post
  fromOn: string
  toOn: string | null
}

/** What happened to a unit, and on which paper. Append-only: the tree as of any day is read from it. */
export interface UnitEventTable {
  id: string
  unitId: UnitId
  action: UnitEventAction
  toState: UnitState
  happenedOn: string
  recordedAt: number
  recordedBy: PersonId | null
  documentNo: string | null
  documentFileId: FileId | null
  note: string | null
  /** The unit's name from that day on: with its first event and with a change of name. */
  name: string | null
  /** To whom it belongs from that day on: with a change of affiliation. */
  affiliation: Affiliation | null
  /** Under whom it stands from that day on: with its first event and with a move. */
  parentId: UnitId | null
}

export interface ElectionTable {
  id: string
  unitId: UnitId
  heldOn: string
  entitled: number
  present: number
  issued: number
  returned: number
  valid: number
  places: number
  candidates: number
  /** Not counted among those entitled, and why. */
  excluded: number
  excludedReason: string | null
  /** JSON: who stood, with how many votes and into which posts. */
  votes: string
  /** JSON: the posts that began and ended with it; null where none did. */
  postChanges: string | null
  documentNo: string | null
  documentFileId: FileId | null
  /** Recorded wrongly: it stays to be seen and counts no more. */
  withdrawnAt: Generated<number | null>
}

/** One step of an election's course, in the order taken down; a wrong one is withdrawn with a reason. */
export interface ElectionStepTable {
  id: string
  unitId: UnitId
  seq: number
  step: ElectionStep
  happenedOn: string
  recordedAt: number
  recordedBy: PersonId
  documentNo: string | null
  documentFileId: FileId | null
  /** Of a rejection the reason. */
  note: string | null
  /** Of a result what was counted. */
  electionId: string | null
  withdrawnAt: number | null
  withdrawnBy: PersonId | null
  withdrawnReason: string | null
}

/** What the superior approved to be otherwise than a rule has it: the warning is then shown as approved. */
export interface UnitExceptionTable {
  id: string
  unitId: UnitId
  warning: UnitWarning
  approvedOn: string
  untilOn: string | null
  documentNo: string | null
  documentFileId: FileId | null
  recordedAt: number
  recordedBy: PersonId
}

/** How the columns of a table with this header were matched the last time. */
export interface ColumnMatchTable {
  unitId: UnitId
  header: string
  /** JSON. */
  columns: string
  usedAt: number
}

/** One confirmed import of societies, with what is needed to undo it. */
export interface SocietyImportTable {
  id: SocietyImportId
  unitId: UnitId
  confirmedAt: number
  confirmedBy: PersonId
  fileName: string
  /** JSON: ids of new units and the former values of changed ones. */
  undo: string
  newCount: number
  changedCount: number
  /** Lines that were not written: wrong, or a name that was not confirmed. */
  wrongCount: number
  undoneAt: number | null
}

export interface OrganisationTables {
  unitEvent: UnitEventTable
  election: ElectionTable
  electionStep: ElectionStepTable
  societyImport: SocietyImportTable
  unitException: UnitExceptionTable
  columnMatch: ColumnMatchTable
  unit: UnitTable
  unitClosure: UnitClosureTable
  person: PersonTable
  nameGram: NameGramTable
  membership: MembershipTable
  postHolding: PostHoldingTable
}
