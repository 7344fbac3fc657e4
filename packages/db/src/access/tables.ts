import type { Role } from '@dangjian/domain/access'

/** Tables of the access wing. Dates are `YYYY-MM-DD`, instants UTC epoch milliseconds. */
export interface AccountTable {
  id: string
  personId: string
  username: string
  passwordHash: string
  passwordChangedAt: number
  disabledAt: number | null
  createdAt: number
}

export interface SessionTable {
  id: string
  /** SHA-256 of the cookie's token: the token itself is kept nowhere. */
  tokenHash: string
  accountId: string
  device: string
  actingGrantId: string | null
  createdAt: number
  seenAt: number
  expiresAt: number
  revokedAt: number | null
}

export interface RoleGrantTable {
  id: string
  personId: string
  role: Role
  unitId: string
  fromOn: string
  toOn: string | null
}

/** Append-only. `sealSeq` is set once, when the entry is taken into the hash chain. */
export interface AuditEntryTable {
  id: string
  at: number
  accountId: string | null
  personId: string | null
  role: string | null
  actingUnitId: string | null
  action: string
  targetUnitId: string | null
  targetPersonId: string | null
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
  accountId: string
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
  id: string
  sha256: string
  name: string
  mediaType: string
  /** Bytes. */
  size: number
  purpose: string
  /** The unit in whose scope the file lies. */
  unitId: string | null
  /** `unit`: whoever may read that unit; `learners`: anyone signed in. */
  audience: string
  createdBy: string
  createdAt: number
}

export interface SettingTable {
  key: string
  value: string
}

export interface AccessTables {
  account: AccountTable
  session: SessionTable
  roleGrant: RoleGrantTable
  auditEntry: AuditEntryTable
  auditSeal: AuditSealTable
  idempotencyKey: IdempotencyKeyTable
  outboxEvent: OutboxEventTable
  file: FileTable
  setting: SettingTable
}
