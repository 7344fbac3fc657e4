import { randomUUID } from 'node:crypto'
import { CompiledQuery, type Kysely } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AccountId, PersonId, UnitId } from '@dangjian/domain/access'
import type { Person } from '@dangjian/domain/organisation'
import { insertAccount, listAccounts } from '../access/account-store.ts'
import type { Db } from '../database.ts'
import { up } from '../migrations/0014-name-gram.ts'
import { describeStores, type EmptyDatabase } from '../testing/both-databases.ts'
import { societyUnit } from '../testing/society-unit.ts'
import { countPeople, listPeople, pageOfPeople, type PeopleFilter } from './people-list-store.ts'
import { insertMembership, insertPeople, insertPerson, personRow, savePerson } from './person-store.ts'
import { nameKeyOf, pinyinOf, wordsOf } from './pinyin.ts'
import { insertUnit, searchUnits } from './unit-store.ts'

const newId = <Id extends string>(): Id => randomUUID() as Id
const day = '2026-06-01'
const person = (name: string): Person => ({ id: newId(), name, memberStatus: 'full', rev: 1, createdAt: 0 })

/** So many that each way of looking for them is gone: most bear one surname, and each belongs in three places. */
const SURNAMES = '王王王王王王王王李欧'
const GIVEN = '安博辰丹恩帆格涵嘉可岚明宁培清睿书天婉昕怡泽伟芳娜敏静丽强磊军洋勇艳杰涛超霞平刚桂英华玉兰红'
const ODD = [
  'John Smith',
  'MARIA 王',
  '阿卜杜拉·艾Ali',
  '100%真',
  'a_b',
  'a',
  '李 明',
  '欧阳远',
  '💡灯',
  '吕绿',
  "O'Neil",
]
const at = (text: string, n: number): string => [...text].at(n % [...text].length) ?? ''
const NAMES = [
  ...Array.from({ length: 700 }, (_, n) => at(SURNAMES, n) + at(GIVEN, n * 7) + at(GIVEN, Math.floor(n / 46))),
  ...ODD,
]
const WORDS = [
  ...['王', '李', '欧', '阳', '王安', '安博', '伟', '芳安', '不', '不在', '王不'],
  ...['w', 'v', 'x', 'wa', 'wang', 'ang', 'gan', 'wangan', 'wa n g', 'qqq', 'lv', 'oyy'],
  ...['john', 'JOHN', 'john smith', 'Smith', 'maria', 'MARIA王', 'ali', 'Ali', '·艾a', 'a', "O'n", '💡'],
  ...['%', '_', '100%', '0%真', 'a_b', 'a%b', '%%', '李明', '李 明'],
]

describeStores('people by their names', (open) => {
  let database: EmptyDatabase
  const all = societyUnit('全会')
  const few = societyUnit('小学会', all.id)
  const belonging = new Map<UnitId, string[]>([
    [all.id, []],
    [few.id, []],
  ])
  const transact = <T>(work: (tx: Db) => Promise<T>): Promise<T> => database.storage.transact(work)
  const join = (tx: Db, personId: PersonId, unitId = all.id) =>
    insertMembership(tx, { id: newId(), unitId, personId, fromOn: '2026-01-01', toOn: null })

  beforeAll(async () => {
    database = await open()
    await transact(async (tx) => {
      for (const each of [all, few]) await insertUnit(tx, each)
      const people = NAMES.map(person)
      await insertPeople(tx, people.map(personRow))
      const memberships = people.flatMap(({ id, name }, n) => {
        const unitId = n % 30 === 0 || n >= NAMES.length - ODD.length ? few.id : all.id
        for (const each of new Set([all.id, unitId])) belonging.get(each)?.push(name)
        const places = [unitId, unitId, all.id]
        return places.map((place) => ({ id: newId(), unitId: place, personId: id, fromOn: '2026-01-01', toOn: null }))
      })
      await tx.insertInto('membership').values(memberships).execute()
    })
  })
  afterAll(() => database.close())

  const found = async (db: Db, filter: Omit<PeopleFilter, 'limit' | 'day'>): Promise<string[]> => {
    const names: string[] = []
    let cursor: PeopleFilter['cursor']
    for (;;) {
      const rows = await listPeople(db, { ...filter, day, cursor, limit: 300 })
      names.push(...rows.map(({ name }) => name))
      cursor = rows.at(-1)
      if (rows.length < 300) return names
    }
  }

  it('find everybody whose name, pinyin or initials hold the words, and nobody else, page by page', async () => {
    const { read } = database.storage
    const some = new Set<string>()
    for (const search of WORDS) {
      for (const beneath of [all.id, few.id]) {
        const wanted = belonging.get(beneath)?.filter((name) => nameKeyOf(name).includes(wordsOf(search))) ?? []
        const names = await found(read, { beneath, search })
        expect([search, ...names.toSorted()]).toEqual([search, ...wanted.toSorted()])
        expect(await countPeople(read, { beneath, search, day })).toBe(wanted.length)
        const keys = names.map(nameKeyOf)
        expect(keys).toEqual(keys.toSorted())
        if (wanted.length > 0) some.add(search)
      }
    }
    expect(WORDS.filter((words) => !some.has(words))).toEqual(['不', '不在', '王不', 'qqq', 'a%b', '%%'])
  })

  it('are looked for without reading everybody', async () => {
    const { read, dialect, maintenance } = database.storage
    for (const [beneath, search] of [
      [all.id, '王'],
      [all.id, '芳安'],
      [few.id, '王'],
      [few.id, 'wang'],
    ] as const) {
      const page = (await pageOfPeople(read, { beneath, search, day, limit: 50 })).select('person.id').compile()
      const plan = await maintenance.connection().execute(async (db) => {
        // Few people are read through all the same: what is asked is whether there is another way.
        if (dialect === 'postgres') await db.executeQuery(CompiledQuery.raw('set enable_seqscan = off'))
        const explain = dialect === 'sqlite' ? 'explain query plan' : 'explain'
        const { rows } = await db.executeQuery(CompiledQuery.raw(`${explain} ${page.sql}`, [...page.parameters]))
        if (dialect === 'postgres') await db.executeQuery(CompiledQuery.raw('reset enable_seqscan'))
        return rows.map((row) => JSON.stringify(row)).join('\n')
      })
      expect(plan).toMatch(/name_gram|member/)
      expect(plan).not.toMatch(/SCAN (person|name_gram|membership)\b|Seq Scan/)
    }
  })

  it('are found by a corrected name at once and by the former one no more, unless another bears it', async () => {
    const [one, other] = [person('诸葛慎行'), person('诸葛慎行')]
    await transact(async (tx) => {
      for (const each of [one, other]) {
        await insertPerson(tx, each)
        await join(tx, each.id)
      }
    })
    const { read } = database.storage
    const known = async () =>
      (await read.selectFrom('nameGram').select('gram').where('name', '=', nameKeyOf(one.name)).execute()).length
    const entries = await known()
    expect(await found(read, { beneath: all.id, search: '慎' })).toEqual([one.name, one.name])
    const rename = (who: Person, name: string, rev: number) =>
      transact((tx) => savePerson(tx, { ...who, name, rev }, one.id, 1))
    expect(await rename(one, '诸葛谨言', 2)).toBe(true)
    expect(await rename(one, '诸葛莫及', 2)).toBe(false)
    expect(await found(read, { beneath: all.id, search: '慎' })).toEqual([other.name])
    expect(await found(read, { beneath: all.id, search: 'jinyan' })).toEqual(['诸葛谨言'])
    expect(await known()).toBe(entries)
    await rename(other, '诸葛谨言', 2)
    expect(await known()).toBe(0)
    expect(await found(read, { beneath: all.id, search: '谨言' })).toHaveLength(2)
  })

  it('stay to be found when the last of a name gives it up while another takes it', async () => {
    const { read } = database.storage
    for (let n = 0; n < 12; n += 1) {
      const [leaving, coming] = [person(`司马甲${n}`), person(`司马甲${n}`)]
      await transact(async (tx) => {
        await insertPerson(tx, leaving)
        await join(tx, leaving.id)
      })
      await Promise.all([
        transact((tx) => savePerson(tx, { ...leaving, name: `司马乙${n}`, rev: 2 }, leaving.id, 1)),
        transact(async (tx) => {
          await insertPerson(tx, coming)
          await join(tx, coming.id)
        }),
      ])
      expect(await found(read, { beneath: all.id, search: `司马甲${n}` })).toEqual([coming.name])
      expect(await found(read, { beneath: all.id, search: `司马乙${n}` })).toEqual([`司马乙${n}`])
    }
  })

  it('lead to their accounts, which are found by the user name as well', async () => {
    const { read } = database.storage
    const holder = person('尉迟敬德')
    await transact(async (tx) => {
      await insertPerson(tx, holder)
      await join(tx, holder.id)
      const account = { id: newId<AccountId>(), personId: holder.id, username: 'Front_Desk', passwordHash: '' }
      await insertAccount(tx, {
        ...account,
        passwordChangedAt: 0,
        passwordGivenAt: null,
        disabledAt: null,
        createdAt: 0,
      })
    })
    const names = async (search: string, unitId = all.id) =>
      (await listAccounts(read, { unitId, search, limit: 9 })).map(({ name }) => name)
    for (const words of ['敬', '迟敬', 'ijingde', 'cjd', 'ront_', 'DESK', 'k']) {
      expect([words, ...(await names(words))]).toEqual([words, holder.name])
    }
    expect(await names('敬', few.id)).toEqual([])
    expect(await names('%')).toEqual([])
  })

  it('of units are found by capitals and signs as well', async () => {
    const made = societyUnit('中国ABC_学会', all.id)
    await transact((tx) => insertUnit(tx, { ...made, code: 'Z-7' }))
    for (const words of ['ABC', 'abc_', '国a', 'guoabc', 'z-7', 'xuehui']) {
      const units = await searchUnits(database.storage.read, all.id, words, 50)
      expect([words, ...units.map(({ name }) => name)]).toContain(made.name)
    }
    expect(await searchUnits(database.storage.read, all.id, 'A%C', 50)).toEqual([])
  })

  it('are counted once each, with those of a day, and not those of another top', async () => {
    const { read } = database.storage
    const count = (beneath: UnitId, more: object = {}) => countPeople(read, { beneath, day, ...more })
    const everybody = (await found(read, { beneath: all.id })).length
    expect(await count(all.id)).toBe(everybody)
    expect(await count(all.id, { direct: true })).toBeGreaterThan(0)
    expect(await count(few.id)).toBe((await found(read, { beneath: few.id })).length)
    expect(await count(all.id, { day: '2025-12-31' })).toBe(0)
    const top = societyUnit('别会')
    await transact(async (tx) => {
      await insertUnit(tx, top)
      const other = person('独孤别')
      await insertPerson(tx, other)
      await join(tx, other.id, top.id)
    })
    expect([await count(all.id), await count(top.id)]).toEqual([everybody, 1])
  })

  it('are entered by the migration as they are when they are written', async () => {
    const { maintenance: db } = database.storage
    const entries = () => db.selectFrom('nameGram').selectAll().orderBy('gram').orderBy('name').execute()
    const keys = () => db.selectFrom('person').select(['id', 'namePinyin']).orderBy('id').execute()
    const before = [await keys(), await entries()]
    await db.schema.dropTable('nameGram').execute()
    for (const name of new Set((await db.selectFrom('person').select('name').execute()).map((row) => row.name))) {
      await db
        .updateTable('person')
        .set({ namePinyin: pinyinOf(name) })
        .where('name', '=', name)
        .execute()
    }
    await db.updateTable('unit').set({ namePinyin: 'zg z' }).execute()
    await up(db as unknown as Kysely<unknown>)
    expect([await keys(), await entries()]).toEqual(before)
    const units = await db.selectFrom('unit').select(['name', 'namePinyin']).execute()
    for (const { name, namePinyin } of units) expect(namePinyin).toBe(nameKeyOf(name))
  })
})

it('a name’s key sorts it by its syllables', () => {
  const sorted = ['安竹', '安敖', '范玉慧', '方景彤', '方磊', '鲁维兰', '罗欣遥', '俞平', '喻可梅', '袁景舟']
  const expected = ['安敖', '安竹', '范玉慧', '方景彤', '方磊', '鲁维兰', '罗欣遥', '喻可梅', '俞平', '袁景舟']
  expect(sorted.toSorted((one, other) => (nameKeyOf(one) < nameKeyOf(other) ? -1 : 1))).toEqual(expected)
})
