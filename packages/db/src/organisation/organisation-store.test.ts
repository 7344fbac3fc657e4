import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonId, UnitId } from '@dangjian/domain/access'
import type { PostHoldingId, Unit } from '@dangjian/domain/organisation'
import type { EmptyDatabase } from '../testing/both-databases.ts'
import { describeStores } from '../testing/both-databases.ts'
import { countFullMembers, insertMembership, insertPerson, insertPostHolding } from './person-store.ts'
import { countPeople, listPeople } from './people-list-store.ts'
import { ancestorsOf, isPersonBeneath, moveUnitClosure } from './unit-scope.ts'
import { findLastUnitChange, insertUnitEvent, listUnitsAsOf } from './unit-history-store.ts'
import { findUnit, insertUnit, saveUnit } from './unit-store.ts'
import { listVacancies } from './vacancy-store.ts'

const newId = <Id extends string>(): Id => randomUUID() as Id

function unit(over: Partial<Unit>): Unit {
  const id = newId<UnitId>()
  return {
    id,
    kind: 'officePartyOrganisation',
    tier: 2,
    parentId: null,
    societyId: null,
    code: null,
    name: '单位',
    category: null,
    form: 'branch',
    affiliation: null,
    state: 'active',
    stateOn: '2020-01-01',
    foundedOn: '2020-01-01',
    endedOn: null,
    mergedIntoId: null,
    seq: 0,
    rev: 1,
    createdAt: 0,
    ...over,
  }
}

describeStores('the stores of the organisation', (open) => {
  let database: EmptyDatabase
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())
  const transact = <T>(work: Parameters<EmptyDatabase['storage']['transact']>[0]): Promise<T> =>
    database.storage.transact(work) as Promise<T>

  it('keep the closure as the tree has it, however units are added and moved', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 6 }), { minLength: 3, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 })), { maxLength: 4 }),
        (parents, moves) =>
          transact<void>(async (tx) => {
            const units: Unit[] = []
            for (const [index, parent] of parents.entries()) {
              const made = unit({
                parentId: index === 0 ? null : (units[parent % index]?.id ?? null),
                name: `单位${index}`,
              })
              await insertUnit(tx, made)
              units.push(made)
            }
            const parentOf = new Map(units.map(({ id, parentId }) => [id, parentId]))
            const pathOf = (id: UnitId | null): UnitId[] => (id ? [id, ...pathOf(parentOf.get(id) ?? null)] : [])
            for (const [what, to] of moves) {
              const moved = units[what % units.length]?.id
              const target = units[to % units.length]?.id
              if (!moved || !target || pathOf(target).includes(moved) || !parentOf.get(moved)) continue
              await moveUnitClosure(tx, moved, target)
              parentOf.set(moved, target)
            }
            for (const { id } of units) expect(await ancestorsOf(tx, id)).toEqual(pathOf(id))
          }),
      ),
      { numRuns: 12 },
    )
  })

  it('save a unit for the first of two who edit it, and tell who that was', async () => {
    await transact<void>(async (tx) => {
      const made = unit({ name: '同改单位' })
      const by = newId<PersonId>()
      await insertPerson(tx, { id: by, name: '甲先', memberStatus: 'full', rev: 1, createdAt: 0 })
      await insertUnit(tx, made)
      expect(await saveUnit(tx, { ...made, name: '先改', rev: 2 })).toBe(true)
      const event = {
        id: newId<string>(),
        unitId: made.id,
        action: 'rename',
        toState: 'active',
        happenedOn: '2026-01-01',
      } as const
      await insertUnitEvent(tx, { ...event, recordedAt: 77, recordedBy: by })
      expect(await saveUnit(tx, { ...made, name: '后改', rev: 2 })).toBe(false)
      expect(await findUnit(tx, made.id)).toMatchObject({ name: '先改', rev: 2 })
      expect(await findLastUnitChange(tx, made.id)).toEqual({ by: '甲先', at: 77 })
    })
  })

  it('show the tree as of a day with the states, names and places of that day', async () => {
    await transact<void>(async (tx) => {
      const root = unit({ kind: 'society', tier: null, name: '根' })
      const first = unit({ parentId: root.id, name: '一' })
      const second = unit({ parentId: first.id, name: '二改', foundedOn: '2024-06-01' })
      for (const each of [root, first, second]) await insertUnit(tx, each)
      const event = (unitId: UnitId, happenedOn: string, more: object) =>
        insertUnitEvent(tx, {
          id: newId(),
          unitId,
          action: 'plan',
          toState: 'active',
          happenedOn,
          recordedAt: 1,
          ...more,
        })
      await event(second.id, '2024-01-01', { toState: 'planned', name: '二', parentId: root.id })
      await event(second.id, '2024-06-01', { action: 'activate' })
      await event(second.id, '2025-01-01', { action: 'rename', name: '二改' })
      await event(second.id, '2025-06-01', { action: 'move', parentId: first.id })
      const on = async (day: string) => {
        const found = (await listUnitsAsOf(tx, root.id, day)).find((each) => each.id === second.id)
        return found && [found.state, found.name, found.parentId === root.id ? '根' : '一', found.stateOn]
      }
      expect(await on('2023-12-31')).toBeUndefined()
      expect(await on('2024-05-31')).toEqual(['planned', '二', '根', '2024-01-01'])
      expect(await on('2024-12-31')).toEqual(['active', '二', '根', '2024-06-01'])
      expect(await on('2025-01-01')).toEqual(['active', '二改', '根', '2024-06-01'])
      expect(await on('2025-06-01')).toEqual(['active', '二改', '一', '2024-06-01'])
    })
  })

  it('page through people without losing or doubling one, whatever their names', async () => {
    await transact<void>(async (tx) => {
      const office = unit({ name: '大单位' })
      await insertUnit(tx, office)
      const names = ['李一', '李一', '李一', '李壹', 'Ли', '  ', 'a', '李 一', '欧阳', '💡灯', '李一', '黎一']
      for (const name of names) {
        const id = newId<PersonId>()
        await insertPerson(tx, { id, name, memberStatus: 'full', rev: 1, createdAt: 0 })
        await insertMembership(tx, { id: newId(), unitId: office.id, personId: id, fromOn: '2026-01-01', toOn: null })
      }
      const filter = { beneath: office.id, day: '2026-06-01' }
      const seen = new Set<string>()
      let cursor: { namePinyin: string; id: PersonId } | undefined
      for (let page = 0; page < 20; page += 1) {
        const rows = await listPeople(tx, { ...filter, limit: 2, cursor })
        for (const row of rows) {
          expect(seen.has(row.id)).toBe(false)
          seen.add(row.id)
        }
        const last = rows.at(-1)
        if (!last) break
        cursor = { namePinyin: last.namePinyin, id: last.id }
      }
      expect(seen.size).toBe(names.length)
      expect(await countPeople(tx, filter)).toBe(names.length)
      expect(await countPeople(tx, { ...filter, day: '2025-12-31' })).toBe(0)
      expect(await countPeople(tx, { ...filter, search: '100%' })).toBe(0)
    })
  })

  it('count the full members of a unit with those beneath it, each once, and who left no more', async () => {
    await transact<void>(async (tx) => {
      const general = unit({ form: 'generalBranch', name: '总支' })
      const branch = unit({ parentId: general.id, name: '支部' })
      for (const each of [general, branch]) await insertUnit(tx, each)
      const join = async (unitIds: UnitId[], toOn: string | null, memberStatus: 'full' | 'none' = 'full') => {
        const personId = newId<PersonId>()
        await insertPerson(tx, { id: personId, name: '某', memberStatus, rev: 1, createdAt: 0 })
        for (const unitId of unitIds)
          await insertMembership(tx, { id: newId(), unitId, personId, fromOn: '2025-01-01', toOn })
        return personId
      }
      await join([general.id, branch.id], null)
      await join([branch.id], null)
      await join([branch.id], '2026-01-31')
      await join([branch.id], null, 'none')
      expect(await countFullMembers(tx, general.id, '2026-02-01')).toBe(2)
      expect(await countFullMembers(tx, general.id, '2026-01-31')).toBe(3)
    })
  })

  it('put a person in the scope of where they belong, and who belongs nowhere any more where they were last', async () => {
    await transact<void>(async (tx) => {
      const society = unit({ kind: 'society', tier: null, name: '学会' })
      const [first, second] = [unit({ parentId: society.id, name: '甲' }), unit({ parentId: society.id, name: '乙' })]
      for (const each of [society, first, second]) await insertUnit(tx, each)
      const personId = newId<PersonId>()
      await insertPerson(tx, { id: personId, name: '某', memberStatus: 'full', rev: 1, createdAt: 0 })
      const join = (unitId: UnitId, fromOn: string, toOn: string | null) =>
        insertMembership(tx, { id: newId(), unitId, personId, fromOn, toOn })
      const within = async (unitId: UnitId, day: string) => isPersonBeneath(tx, personId, unitId, day)
      expect(await within(first.id, '2026-01-01')).toBe(false)
      await join(first.id, '2024-01-01', '2025-06-30')
      expect([await within(first.id, '2025-06-30'), await within(first.id, '2026-01-01')]).toEqual([true, true])
      await join(second.id, '2025-03-01', '2025-12-31')
      expect([await within(first.id, '2025-06-30'), await within(first.id, '2025-07-01')]).toEqual([true, false])
      expect([await within(second.id, '2026-01-01'), await within(society.id, '2026-01-01')]).toEqual([true, true])
      expect([await within(first.id, '2026-01-01'), await within(newId(), '2026-01-01')]).toEqual([false, false])
    })
  })

  it('name the posts that must be filled and are not', async () => {
    await transact<void>(async (tx) => {
      const root = unit({ kind: 'society', tier: null, name: '根' })
      const committee = unit({
        parentId: root.id,
        kind: 'societyPartyCommittee',
        tier: 1,
        form: 'committee',
        name: '党委',
      })
      const liaison = unit({ parentId: root.id, kind: 'branchWorkingGroup', tier: 3, form: 'liaison', name: '联络' })
      const ended = unit({ parentId: root.id, state: 'dissolved', name: '已撤' })
      for (const each of [root, committee, liaison, ended]) await insertUnit(tx, each)
      const hold = (toOn: string | null) =>
        insertPostHolding(tx, {
          id: newId<PostHoldingId>(),
          unitId: committee.id,
          personId: newId(),
          post: 'secretary',
          fromOn: '2024-01-01',
          toOn,
        })
      await hold('2025-12-31')
      const vacant = async (day: string) =>
        (await listVacancies(tx, root.id, day)).map(({ name, posts }) => [name, ...posts])
      expect(await vacant('2025-12-31')).toEqual([['党委', 'disciplineCommissioner']])
      expect(await vacant('2026-01-01')).toEqual([['党委', 'secretary', 'disciplineCommissioner']])
    })
  })
})
