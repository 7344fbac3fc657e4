import type { LocalDate, UnitId } from '@dangjian/domain/access'
import { unitsAsOf, type Unit } from '@dangjian/domain/organisation'
import type { Db } from '../database.ts'
import type { UnitEventTable } from './tables.ts'
import { unitColumns } from './unit-store.ts'

/** A unit and every unit beneath it as they are, or with `day` as they were on that day. */
export async function listUnitsAsOf(db: Db, beneath: UnitId, day: LocalDate | null): Promise<Unit[]> {
  const units = await db
    .selectFrom('unit')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'unit.id')
    .select(unitColumns)
    .where('unitClosure.ancestorId', '=', beneath)
    .execute()
  if (!day) return units
  const changes = await db
    .selectFrom('unitEvent')
    .innerJoin('unitClosure', 'unitClosure.descendantId', 'unitEvent.unitId')
    .select(['unitId', 'toState', 'happenedOn', 'name', 'affiliation', 'parentId'])
    .where('unitClosure.ancestorId', '=', beneath)
    .orderBy('happenedOn')
    .orderBy('recordedAt')
    .orderBy('unitEvent.id')
    .execute()
  return unitsAsOf(units, changes, day)
}

/** One unit as it was on a day; undefined when it was not there yet. */
export async function findUnitAsOf(db: Db, unit: Unit, day: LocalDate): Promise<Unit | undefined> {
  const changes = await db
    .selectFrom('unitEvent')
    .select(['unitId', 'toState', 'happenedOn', 'name', 'affiliation', 'parentId'])
    .where('unitId', '=', unit.id)
    .orderBy('happenedOn')
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
  return unitsAsOf([unit], changes, day)[0]
}

type NewUnitEvent = Pick<UnitEventTable, 'id' | 'unitId' | 'action' | 'toState' | 'happenedOn' | 'recordedAt'> &
  Partial<UnitEventTable>

/** Adds to a unit's history; what the entry does not name stays empty. */
export async function insertUnitEvent(db: Db, event: NewUnitEvent): Promise<void> {
  await db
    .insertInto('unitEvent')
    .values({
      recordedBy: null,
      documentNo: null,
      documentFileId: null,
      note: null,
      name: null,
      affiliation: null,
      parentId: null,
      ...event,
    })
    .execute()
}

/** A unit's history, newest first, with who entered it. */
export async function listUnitEvents(db: Db, unitId: UnitId) {
  return db
    .selectFrom('unitEvent')
    .leftJoin('person', 'person.id', 'unitEvent.recordedBy')
    .leftJoin('file', 'file.id', 'unitEvent.documentFileId')
    .selectAll('unitEvent')
    .select([
      'person.name as recordedByName',
      'file.name as documentFileName',
      'file.mediaType as documentMediaType',
      'file.size as documentSize',
    ])
    .where('unitEvent.unitId', '=', unitId)
    .orderBy('unitEvent.happenedOn', 'desc')
    .orderBy('unitEvent.recordedAt', 'desc')
    .orderBy('unitEvent.id', 'desc')
    .execute()
}

/** Who changed a unit last, and when: for whoever meanwhile edited it as well. */
export async function findLastUnitChange(db: Db, unitId: UnitId): Promise<{ by: string; at: number } | undefined> {
  const row = await db
    .selectFrom('unitEvent')
    .leftJoin('person', 'person.id', 'unitEvent.recordedBy')
    .select(['person.name as by', 'unitEvent.recordedAt as at'])
    .where('unitEvent.unitId', '=', unitId)
    .orderBy('unitEvent.recordedAt', 'desc')
    .orderBy('unitEvent.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { by: row.by ?? '', at: row.at }
}
