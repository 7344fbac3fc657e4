import type { PersonId } from '@dangjian/domain/access'
import type { HourEntry, HourEntryId } from '@dangjian/domain/training'
import { statement } from '../connection/statement.ts'
import type { Db } from '../database.ts'

/** Enters hours; false when this source is in the ledger already under its key. */
export async function insertHourEntry(db: Db, entry: HourEntry, onceKey: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('hourEntry')
    .values({ ...entry, onceKey })
    .onConflict((oc) => oc.column('onceKey').doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** A person's ledger, the latest first. */
export async function listHourEntries(db: Db, personId: PersonId): Promise<HourEntry[]> {
  return (await entriesOf(db, { personId })).rows.map(({ onceKey: _, ...entry }) => entry)
}

const entriesOf = statement((db, { personId }: { personId: PersonId }) =>
  db.selectFrom('hourEntry').selectAll().where('personId', '=', personId).orderBy('id', 'desc'),
)

export async function findHourEntry(db: Db, id: HourEntryId): Promise<HourEntry | undefined> {
  const row = await db.selectFrom('hourEntry').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { onceKey: _, ...entry } = row
  return entry
}
