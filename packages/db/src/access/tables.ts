import type { AccountId, FileId, PersonId, Role, RoleGrantId, SessionId, UnitId } from '@dangjian/domain/access'

/** Tables of the access wing. Dates are `YYYY-MM-DD`, instants UTC epoch milliseconds. */
export interface AccountTable {
  id: AccountId
  personId: PersonId
  username: string
  passwordHash: string
  passwordChangedAt: number
  /** When somebody else gave the present password; null once its owner has chosen it. */
  passwordGivenAt: number | null
  disabledAt: number | null
  createdAt: number
}

export interface SecondFactorTable {
  accountId: AccountId
  /** The authenticator's secret, sealed with the installation's key. */
  secret: string
  /** The last time step that was used: an earlier or the same one opens nothing again. */
  lastStep: number
  enrolledAt: number
}

export interface RecoveryCodeTable {
  accountId: AccountId
  /** Made with the installation's key: of no use without it. */
  digest: string
  usedAt: number | null
}

export interface SessionTable {
  id: SessionId
  /** SHA-256 of the cookie's token: the token itself is kept nowhere. */
  tokenHash: string
  accountId: AccountId
  device: string
  actingGrantId: RoleGrantId | null
  createdAt: number
  expiresAt: number
  revokedAt: number | null
}

/** When a session was last used, to the minute; one that was not used since its sign-in has no row. */
export interface SessionSeenTable {
  sessionId: SessionId
  seenAt: number
}

export interface RoleGrantTable {
  id: RoleGrantId
  personId: PersonId
  role: Role
  unitId: UnitId
  fromOn: string
  toOn: string | null
}

/** Append-only. `sealSeq` is set once, when the entry is taken into the hash chain. */
export interface AuditEntryTable {
  id: string
  at: number
  accountId: AccountId | null
  personId: PersonId | null
  role: string | null
  actingUnitId: UnitId | null
  action: string
  targetUnitId: UnitId | null
  targetPersonId: PersonId | null
  /** JSON. */
  detail: string
  sealSeq: number | null
}

export interface AuditSealTable {
  seq: number
  previousHash: string
  entryCount: number
  sealedAt: number
  hash: string
}

export interface IdempotencyKeyTable {
  accountId: AccountId
  key: string
  action: string
  requestHash: string
  /** JSON. */
  response: string
  createdAt: number
}

export interface OutboxEventTable {
  id: string
  at: number
  type: string
  /** JSON. */
  body: string
  deliveredAt: number | null
  tries: number
}

export interface FileTable {
  id: FileId
  sha256: string
  name: string
  mediaType: string
  /** Bytes. */
  size: number
  purpose: string
  /** The unit in whose scope the file lies. */
  unitId: UnitId | null
  /** `unit`: whoever may read that unit; `learners`: anyone signed in. */
  audience: string
  createdBy: PersonId
  createdAt: number
}

export interface SettingTable {
  key: string
  value: string
}

export interface AccessTables {
  account: AccountTable
  secondFactor: SecondFactorTable
  recoveryCode: RecoveryCodeTable
  session: SessionTable
  sessionSeen: SessionSeenTable
  roleGrant: RoleGrantTable
  auditEntry: AuditEntryTable
  auditSeal: AuditSealTable
  idempotencyKey: IdempotencyKeyTable
  outboxEvent: OutboxEventTable
  file: FileTable
  setting: SettingTable
}
