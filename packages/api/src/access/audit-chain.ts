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

/** The first seal that does not hold, and why. A hash covers all its entries at once, so it tells no single one. */
export interface BrokenSeal {
  readonly seq: number
  readonly reason: 'chain' | 'count' | 'content' | 'gap'
  /** The time of its entries as they are now; without any, the time between the seals around them. */
  readonly from: Instant
  readonly to: Instant
}

export interface AuditVerification {
  readonly seals: number
  readonly entries: number
  readonly unsealed: number
  readonly broken: BrokenSeal | null
}

/** Walks the chain to the first seal that does not hold: an entry altered, removed, added or moved shows at its seal. */
export async function verifyAudit(db: Db): Promise<AuditVerification> {
  let seals = 0
  let entries = 0
  let previousHash = GENESIS
  let previousSealedAt: Instant | undefined
  for (;;) {
    const page = await listAuditSeals(db, seals, 200)
    for (const seal of page) {
      const seq = seals + 1
      const members = await listAuditEntriesOfSeal(db, seq)
      const reason =
        seal.seq !== seq
          ? 'gap'
          : seal.previousHash !== previousHash
            ? 'chain'
            : members.length !== seal.entryCount
              ? 'count'
              : hashOfSeal(previousHash, members) !== seal.hash
                ? 'content'
                : null
      if (reason) {
        const between = [previousSealedAt ?? seal.sealedAt, seal.sealedAt]
        return { seals, entries, unsealed: 0, broken: { seq, reason, ...spanOf(members, between) } }
      }
      seals += 1
      entries += members.length
      previousHash = seal.hash
      previousSealedAt = seal.sealedAt
    }
    if (page.length === 0) break
  }
  const cutOff = await listAuditEntriesOfSeal(db, seals + 1)
  if (cutOff.length > 0) {
    return { seals, entries, unsealed: 0, broken: { seq: seals + 1, reason: 'gap', ...spanOf(cutOff) } }
  }
  const { unsealed } = await db
    .selectFrom('auditEntry')
    .select((eb) => eb.fn.countAll<number>().as('unsealed'))
    .where('sealSeq', 'is', null)
    .executeTakeFirstOrThrow()
  return { seals, entries, unsealed, broken: null }
}

function spanOf(members: readonly AuditEntry[], otherwise: readonly Instant[] = []): Pick<BrokenSeal, 'from' | 'to'> {
  const times = members.length > 0 ? members.map(({ at }) => at) : otherwise
  return { from: Math.min(...times), to: Math.max(...times) }
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
