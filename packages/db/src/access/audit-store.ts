import { statement } from '../connection/statement.ts'
import type { Db } from '../database.ts'
import type { AuditEntryTable, AuditSealTable } from './tables.ts'

export type AuditEntry = Omit<AuditEntryTable, 'sealSeq'>

export async function insertAuditEntry(db: Db, entry: AuditEntry): Promise<void> {
  await insert(db, entry)
}

const insert = statement((db, entry: AuditEntry) =>
  db.insertInto('auditEntry').values({
    id: entry.id,
    at: entry.at,
    accountId: entry.accountId,
    personId: entry.personId,
    role: entry.role,
    actingUnitId: entry.actingUnitId,
    action: entry.action,
    targetUnitId: entry.targetUnitId,
    targetPersonId: entry.targetPersonId,
    detail: entry.detail,
    sealSeq: null,
  }),
)

export async function listUnsealedAuditEntries(db: Db, limit: number): Promise<AuditEntry[]> {
  return db.selectFrom('auditEntry').selectAll().where('sealSeq', 'is', null).orderBy('id').limit(limit).execute()
}

export async function findLastAuditSeal(db: Db): Promise<AuditSealTable | undefined> {
  return db.selectFrom('auditSeal').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst()
}

/** Takes entries into the chain: their seal and, once, their place in it. */
export async function insertAuditSeal(db: Db, seal: AuditSealTable, entryIds: string[]): Promise<void> {
  await db.insertInto('auditSeal').values(seal).execute()
  await db
    .updateTable('auditEntry')
    .set({ sealSeq: seal.seq })
    .where('id', 'in', entryIds)
    .where('sealSeq', 'is', null)
    .execute()
}

export async function listAuditSeals(db: Db, afterSeq: number, limit: number): Promise<AuditSealTable[]> {
  return db.selectFrom('auditSeal').selectAll().where('seq', '>', afterSeq).orderBy('seq').limit(limit).execute()
}

export async function listAuditEntriesOfSeal(db: Db, seq: number): Promise<AuditEntry[]> {
  return db.selectFrom('auditEntry').selectAll().where('sealSeq', '=', seq).orderBy('id').execute()
}
