import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Services } from '@dangjian/api/context'
import { findNamedContents } from '@dangjian/db/access/file-store'
import type { Db } from '@dangjian/db/database'
import { inTurn } from './taking-turns.ts'

/** Content on disk that no row names: of an upload that broke off before its row, or left by a restored database. */
export interface Orphan {
  readonly name: string
  readonly path: string
  readonly size: number
  readonly changedAt: number
}

const CONTENT = /^[0-9a-f]{64}$/
/** What a content is written to before it is whole. */
const ASIDE = /^\.[0-9a-f]{8}-[0-9a-f-]{27}$/

/** Every orphan of the data folder, with how many contents are named beside them. What has another name is not ours to judge. */
export async function findOrphans(dataDir: string, db: Db): Promise<{ orphans: Orphan[]; named: number }> {
  const orphans: Orphan[] = []
  let named = 0
  const shards = await readdir(path.join(dataDir, 'files')).catch(() => [])
  for (const shard of shards.filter((each) => /^[0-9a-f]{2}$/.test(each)).toSorted()) {
    const folder = path.join(dataDir, 'files', shard)
    const names = (await readdir(folder)).filter((name) => CONTENT.test(name) || ASIDE.test(name))
    const known = await findNamedContents(
      db,
      names.filter((name) => CONTENT.test(name)),
    )
    named += known.size
    for (const name of names.filter((each) => !known.has(each))) {
      const file = path.join(folder, name)
      const found = await stat(file).catch(() => undefined)
      if (found?.isFile()) orphans.push({ name, path: file, size: found.size, changedAt: found.mtimeMs })
    }
  }
  return { orphans, named }
}

/**
 * Takes away what has been an orphan for as long as the grace lasts, by the file's own age and since it was first seen as
 * one: a database that was set back names less than it did, and must have time to be set right. Where nothing at all on
 * disk is named, it is the wrong database, and nothing is taken away.
 */
export async function removeOrphans(
  services: Pick<Services, 'storage' | 'clock' | 'log'>,
  dataDir: string,
  graceMs: number,
): Promise<number> {
  const now = services.clock()
  const { read } = services.storage
  const { orphans, named } = await findOrphans(dataDir, read)
  const seen = await readSeen(dataDir)
  const since = new Map(orphans.map(({ name }) => [name, Math.min(seen.get(name) ?? now, now)]))
  const due = orphans.filter(({ name, changedAt }) => Math.max(since.get(name) ?? now, changedAt) <= now - graceMs)
  if (due.length > 0 && named === 0) {
    services.log('warn', 'no content on disk is named by the database, so no orphan is removed', { count: due.length })
  }
  let [count, bytes] = [0, 0]
  for (const orphan of named === 0 ? [] : due) {
    if (!(await inTurn(orphan.name, () => removeStill(read, orphan)))) continue
    since.delete(orphan.name)
    count += 1
    bytes += orphan.size
  }
  await writeSeen(dataDir, since)
  if (count > 0) services.log('info', 'orphaned contents removed', { count, bytes })
  return count
}

/** Looked at once more, in its turn: the same content may have arrived meanwhile. */
async function removeStill(db: Db, { name, path: file, changedAt }: Orphan): Promise<boolean> {
  const found = await stat(file).catch(() => undefined)
  if (found?.mtimeMs !== changedAt || (await findNamedContents(db, [name])).size > 0) return false
  await rm(file, { force: true })
  return true
}

const seenFile = (dataDir: string) => path.join(dataDir, 'files', '.orphans.json')

/** When each was first seen; a list that is lost or broken begins anew, which only lengthens the grace. */
async function readSeen(dataDir: string): Promise<Map<string, number>> {
  try {
    const parsed: unknown = JSON.parse(await readFile(seenFile(dataDir), 'utf8'))
    return new Map(Object.entries(parsed as Record<string, number>).filter(([, at]) => Number.isFinite(at)))
  } catch {
    return new Map()
  }
}

async function writeSeen(dataDir: string, since: ReadonlyMap<string, number>): Promise<void> {
  if (since.size === 0) return rm(seenFile(dataDir), { force: true })
  const aside = `${seenFile(dataDir)}.new`
  await writeFile(aside, JSON.stringify(Object.fromEntries(since)), { flush: true })
  await rename(aside, seenFile(dataDir))
}
