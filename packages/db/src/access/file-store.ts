import type { FileId, PersonId, UnitId } from '@dangjian/domain/access'
import type { Db } from '../database.ts'
import { isMemberOn } from '../organisation/membership-rule.ts'
import type { FileTable } from './tables.ts'

export async function insertFile(db: Db, file: FileTable): Promise<void> {
  await db.insertInto('file').values(file).execute()
}

export async function findFile(db: Db, id: FileId): Promise<FileTable | undefined> {
  return db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findFiles(db: Db, ids: readonly FileId[]): Promise<FileTable[]> {
  if (ids.length === 0) return []
  return db.selectFrom('file').selectAll().where('id', 'in', ids).execute()
}

/** Which of these contents a row names. */
export async function findNamedContents(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  const named = new Set<string>()
  for (let start = 0; start < hashes.length; start += 500) {
    const rows = await db
      .selectFrom('file')
      .select('sha256')
      .distinct()
      .where('sha256', 'in', hashes.slice(start, start + 500))
      .execute()
    for (const { sha256 } of rows) named.add(sha256)
  }
  return named
}

/** The society that a person belongs to on that day, or the unit itself where it stands in none; null for somebody without one. */
export async function findHomeUnit(db: Db, personId: PersonId, today: string): Promise<UnitId | null> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('unit', 'unit.id', 'membership.unitId')
    .select(['unit.id', 'unit.societyId'])
    .where('membership.personId', '=', personId)
    .where(isMemberOn(today))
    .orderBy('membership.fromOn')
    .executeTakeFirst()
  return row ? (row.societyId ?? row.id) : null
}

/** Every content that a file refers to, once, in the order of its hash. */
export async function* listFileContents(db: Db): AsyncGenerator<{ sha256: string; size: number; name: string }> {
  for (let after = ''; ;) {
    const page = await db
      .selectFrom('file')
      .select((eb) => ['sha256', eb.fn.min('size').as('size'), eb.fn.min('name').as('name')])
      .where('sha256', '>', after)
      .groupBy('sha256')
      .orderBy('sha256')
      .limit(500)
      .execute()
    yield* page
    const last = page.at(-1)
    if (!last || page.length < 500) return
    after = last.sha256
  }
}
