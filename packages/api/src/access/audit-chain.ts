import { createHash } from 'node:crypto'
import {
  findLastAuditSeal,
  insertAuditSeal,
  listAuditEntriesOfSeal,
  listAuditSeals,
  listUnsealedAuditEntries,
  type AuditEntry,
} from '@dangjian/db/access/audit-store'
import type { Storage } from '@dangjian/db/connection/storage'
import type { Db } from '@dangjian/db/database'
import type { Instant } from '@dangjian/domain/access'

const BATCH = 500
const GENESIS = '0'.repeat(64)

/**
 * Takes entries written since the last seal into the hash chain and answers how many. Entries are sealed in batches,
 * after their commit, so that writers never wait for one another; each seal's hash covers the one before it.
 */
export async function sealAudit(storage: Storage, now: Instant): Promise<number> {
  let sealed = 0
  for (;;) {
    const count = await storage.transact((tx) => sealBatch(tx, now))
    sealed += count
    if (count < BATCH) return sealed
  }
}

async function sealBatch(tx: Db, now: Instant): Promise<number> {
  const entries = await listUnsealedAuditEntries(tx, BATCH)
  if (entries.length === 0) return 0
  const last = await findLastAuditSeal(tx)
  const previousHash = last?.hash ?? GENESIS
  const seal = {
    seq: (last?.seq ?? 0) + 1,
    previousHash,
    entryCount: entries.length,
    sealedAt: now,
    hash: hashOfSeal(previousHash, entries),
  }
  await insertAuditSeal(
    tx,
    seal,
    entries.map((entry) => entry.id),
  )
  return entries.length
}

export interface AuditVerification {
  readonly seals: number
  readonly entries: number
  readonly unsealed: number
  /** The first seal that does not hold, and why. */
  readonly broken: { readonly seq: number; readonly reason: 'chain' | 'count' | 'content' | 'gap' } | null
}

/** Walks the whole chain: an entry altered, removed, added or moved shows at its seal. */
export async function verifyAudit(db: Db): Promise<AuditVerification> {
  let seals = 0
  let entries = 0
  let previousHash = GENESIS
  for (;;) {
    const page = await listAuditSeals(db, seals, 200)
    for (const seal of page) {
      const members = await listAuditEntriesOfSeal(db, seal.seq)
      const reason =
        seal.seq !== seals + 1
          ? 'gap'
          : seal.previousHash !== previousHash
            ? 'chain'
            : members.length !== seal.entryCount
              ? 'count'
              : hashOfSeal(previousHash, members) !== seal.hash
                ? 'content'
                : null
      if (reason) return { seals, entries, unsealed: 0, broken: { seq: seal.seq, reason } }
      seals += 1
      entries += members.length
      previousHash = seal.hash
    }
    if (page.length === 0) break
  }
  const { unsealed } = await db
    .selectFrom('auditEntry')
    .select((eb) => eb.fn.countAll<number>().as('unsealed'))
    .where('sealSeq', 'is', null)
    .executeTakeFirstOrThrow()
  return { seals, entries, unsealed, broken: null }
}

function hashOfSeal(previousHash: string, entries: readonly AuditEntry[]): string {
  const hash = createHash('sha256').update(previousHash)
  for (const entry of entries) {
    // Named one by one, so that a column added later does not change the hashes of old entries.
    hash.update(
      JSON.stringify([
        entry.id,
        entry.at,
        entry.accountId,
        entry.personId,
        entry.role,
        entry.actingUnitId,
        entry.action,
        entry.targetUnitId,
        entry.targetPersonId,
        entry.detail,
      ]),
    )
  }
  return hash.digest('hex')
}
