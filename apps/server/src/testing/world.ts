import { v7 as uuidv7 } from 'uuid'
import type { PersonId, UnitId } from '@dangjian/domain/access'
import { insertMembership, insertPerson } from '@dangjian/db/organisation/person-store'
import { nameKeyOf } from '@dangjian/db/organisation/pinyin'
import { insertUnitClosure } from '@dangjian/db/organisation/unit-scope'
import type { Storage } from '@dangjian/db/connection/storage'
import type { Db } from '@dangjian/db/database'
import type { UnitTable } from '@dangjian/db/organisation/tables'

/** Three societies of the same shape, so that each has a twin of everything the others have. */
export const societyKeys = ['a', 'b', 'c'] as const
export type SocietyKey = (typeof societyKeys)[number]

/** A unit of the small world: the association, a society, or a unit of one of the three tiers. */
export type Place = 'association' | SocietyKey | `${SocietyKey}.${'committee' | 'office' | 'group'}`

export const places: readonly Place[] = [
  'association',
  ...societyKeys.flatMap((key): Place[] => [key, `${key}.committee`, `${key}.office`, `${key}.group`]),
]

/** The society that a place belongs to; none for the association. */
export function societyOf(place: Place): SocietyKey | undefined {
  return societyKeys.find((key) => place === key || place.startsWith(`${key}.`))
}

export interface World {
  readonly units: Readonly<Record<Place, UnitId>>
  /** Three people in each unit; the first is its secretary. */
  readonly people: Readonly<Record<Place, readonly PersonId[]>>
}

/** Stands in every name of that society's: what must never be seen from another one. */
export function canaryOf(society: SocietyKey): string {
  return `金丝雀${society.toUpperCase()}${society.toUpperCase()}`
}

const FOUNDED = '2020-03-01'

export async function buildWorld(storage: Storage, newId: () => string = uuidv7): Promise<World> {
  const units: Partial<Record<Place, UnitId>> = {}
  const people: Partial<Record<Place, PersonId[]>> = {}
  await storage.transact(async (tx) => {
    const add = async (place: Place, unit: Partial<UnitTable> & Pick<UnitTable, 'kind' | 'name'>) => {
      const id = newId() as UnitId
      units[place] = id
      await insertUnit(tx, { ...unit, id, societyId: unit.kind === 'society' ? id : (unit.societyId ?? null) })
      people[place] = await insertPeople(tx, id, unit.name, newId)
    }
    await add('association', { kind: 'association', name: '华夏科学技术协会' })
    for (const [index, key] of societyKeys.entries()) {
      const name = `${canaryOf(key)}学会`
      await add(key, {
        kind: 'society',
        name,
        code: `A-0${index + 1}`,
        category: 'science',
        parentId: units.association ?? null,
        seq: index + 1,
      })
      const society = units[key] ?? null
      const below = { parentId: society, societyId: society }
      await add(`${key}.committee`, { kind: 'societyPartyCommittee', tier: 1, name: `${name}党委`, ...below })
      await add(`${key}.office`, {
        kind: 'officePartyOrganisation',
        tier: 2,
        form: 'branch',
        affiliation: 'association',
        name: `${name}办事机构党支部`,
        ...below,
      })
      await add(`${key}.group`, { kind: 'branchWorkingGroup', tier: 3, name: `${name}专委会党的工作小组`, ...below })
    }
  })
  return { units: units as World['units'], people: people as World['people'] }
}

async function insertUnit(tx: Db, unit: Partial<UnitTable> & Pick<UnitTable, 'id' | 'kind' | 'name'>): Promise<void> {
  await tx
    .insertInto('unit')
    .values({
      tier: null,
      parentId: null,
      societyId: null,
      code: null,
      namePinyin: nameKeyOf(unit.name),
      category: null,
      form: null,
      affiliation: null,
      state: 'active',
      stateOn: FOUNDED,
      foundedOn: FOUNDED,
      endedOn: null,
      mergedIntoId: null,
      seq: 0,
      rev: 1,
      createdAt: Date.parse(FOUNDED),
      ...unit,
    })
    .execute()
  await insertUnitClosure(tx, unit.id, unit.parentId ?? null)
}

async function insertPeople(tx: Db, unitId: UnitId, unitName: string, newId: () => string): Promise<PersonId[]> {
  const ids: PersonId[] = []
  for (let n = 1; n <= 3; n += 1) {
    const personId = newId() as PersonId
    ids.push(personId)
    const createdAt = Date.parse(FOUNDED)
    await insertPerson(tx, { id: personId, name: `${unitName}${n}号`, memberStatus: 'full', rev: 1, createdAt })
    await insertMembership(tx, { id: newId(), unitId, personId, fromOn: FOUNDED, toOn: null })
    if (n === 1) {
      await tx
        .insertInto('postHolding')
        .values({ id: newId(), unitId, personId, post: 'secretary', fromOn: FOUNDED, toOn: null })
        .execute()
    }
  }
  return ids
}
