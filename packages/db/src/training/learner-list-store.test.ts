import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonId, UnitId } from '@dangjian/domain/access'
import type { Post } from '@dangjian/domain/organisation'
import type { CourseId } from '@dangjian/domain/training'
import type { Db } from '../database.ts'
import { insertPeople, personRow } from '../organisation/person-store.ts'
import { nameKeyOf, wordsOf } from '../organisation/pinyin.ts'
import { insertUnit } from '../organisation/unit-store.ts'
import { describeStores, type EmptyDatabase } from '../testing/both-databases.ts'
import { societyUnit } from '../testing/society-unit.ts'
import {
  countCourseLearners,
  listAskedCourses,
  listCourseLearners,
  type LearnerListFilter,
  type LearnersAsked,
} from './learner-list-store.ts'

const newId = <Id extends string>(): Id => randomUUID() as Id
const day = '2026-06-01'

const top = societyUnit('全会')
const societies = [societyUnit('甲学会', top.id), societyUnit('乙学会', top.id)]
const branches = societies.flatMap(({ id, name }) => [1, 2].map((n) => societyUnit(`${name}分会${n}`, id)))
const units = [top, ...societies, ...branches]
const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))

/** A unit and those above it. */
function wayUp(id: UnitId): UnitId[] {
  const parentId = parents.get(id)
  return parentId ? [id, ...wayUp(parentId)] : [id]
}

const COURSES = ['支部书记轮训', '党务实务'].map((title) => ({
  ...{ id: newId<CourseId>(), unitId: top.id, title, titlePinyin: '', summary: '', audience: '', hours: 1 },
  ...({ content: '{}', state: 'published', latestVersionId: null, rev: 1 } as const),
  ...{ updatedAt: 0, updatedBy: newId<PersonId>(), createdAt: 0 },
}))
const POSTS: readonly Post[] = ['secretary', 'deputySecretary', 'member']
const SURNAMES = '王王王李张欧'
const GIVEN = '安博辰丹恩帆格涵'
const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T
const PEOPLE = Array.from({ length: 90 }, (_, n) => ({
  ...{ id: newId<PersonId>(), name: at([...SURNAMES], n) + at([...GIVEN], n * 3 + 1) + at([...GIVEN], n * 5) },
  ...({ memberStatus: 'full', rev: 1, createdAt: 0 } as const),
}))
/** Some have left their post, some come to it later, some have two. */
const HOLDINGS = PEOPLE.flatMap(({ id: personId }, n) =>
  Array.from({ length: n % 4 === 0 ? 2 : 1 }, (_, second) => ({
    ...{ id: newId<never>(), personId, unitId: at(units, n + second * 2).id, post: at(POSTS, n * 7 + second) },
    fromOn: n % 11 === 5 ? '2026-07-01' : '2026-01-01',
    toOn: n % 7 === 3 ? '2026-03-01' : n % 5 === 2 ? day : null,
  })),
)
/** The same course of several tasks, at several days; one is withdrawn. */
const ASSIGNMENTS = societies.flatMap(({ id: societyId }, society) =>
  Array.from({ length: 8 }, (_, n) => ({
    ...{ id: newId<never>(), courseId: at(COURSES, n).id, societyId, post: at(POSTS, Math.floor(n / 2) + society) },
    ...{ taskId: newId<string>(), taskTitle: '轮训', clauses: '[]' },
    dueOn: at(['2026-05-01', '2026-06-01', '2026-09-01', '2026-12-01', '2026-04-01'], n * 3 + society),
    withdrawnAt: n === 4 ? 1 : null,
  })),
)
const ENROLMENTS = PEOPLE.flatMap(({ id: personId }, n) =>
  COURSES.filter((_, course) => (n + course) % 3 > 0).map(({ id: courseId }, course) => ({
    ...{ id: newId<never>(), personId, courseId, versionId: newId<never>(), startedAt: 1, movedAt: 2 },
    passedAt: (n + course) % 2 === 0 ? 3 : null,
  })),
)

interface Row {
  readonly personId: PersonId
  readonly courseId: CourseId
  readonly key: string
  readonly dueOn: string
  readonly begun: boolean
  readonly passed: boolean
}

/** What is asked of everybody in a unit and beneath it, worked out without a database. */
function askedOf({ beneath, courseId, standing, search }: Omit<LearnersAsked, 'day'>): Row[] {
  const rows = new Map<string, Row>()
  for (const { personId, unitId, post, fromOn, toOn } of HOLDINGS) {
    if (fromOn > day || (toOn !== null && toOn < day) || !wayUp(unitId).includes(beneath)) continue
    for (const each of ASSIGNMENTS) {
      if (each.withdrawnAt !== null || each.post !== post || !wayUp(unitId).includes(each.societyId)) continue
      const found = rows.get(personId + each.courseId)
      const own = ENROLMENTS.find((one) => one.personId === personId && one.courseId === each.courseId)
      rows.set(personId + each.courseId, {
        ...{ personId, courseId: each.courseId, begun: own !== undefined, passed: own?.passedAt != null },
        key: nameKeyOf(PEOPLE.find(({ id }) => id === personId)?.name ?? ''),
        dueOn: found && found.dueOn < each.dueOn ? found.dueOn : each.dueOn,
      })
    }
  }
  const isWanted = ({ dueOn, begun, passed }: Row): boolean => {
    if (standing === 'passed') return passed
    if (standing === 'overdue') return !passed && dueOn < day
    if (standing === 'not-begun') return !begun
    return standing === undefined || (!passed && (standing === 'behind' || begun))
  }
  return [...rows.values()].filter(
    (row) => isWanted(row) && (!courseId || row.courseId === courseId) && row.key.includes(wordsOf(search ?? '')),
  )
}

describeStores('who is asked to learn', (open) => {
  let database: EmptyDatabase
  beforeAll(async () => {
    database = await open()
    await database.storage.transact(async (tx) => {
      for (const each of units) await insertUnit(tx, each)
      await insertPeople(tx, PEOPLE.map(personRow))
      await tx.insertInto('course').values(COURSES).execute()
      await tx.insertInto('postHolding').values(HOLDINGS).execute()
      await tx.insertInto('courseAssignment').values(ASSIGNMENTS).execute()
      await tx.insertInto('enrolment').values(ENROLMENTS).execute()
    })
  })
  afterAll(() => database.close())

  const pagesOf = async (db: Db, asked: Omit<LearnersAsked, 'day'>) => {
    const rows: Awaited<ReturnType<typeof listCourseLearners>> = []
    let cursor: LearnerListFilter['cursor']
    for (;;) {
      const page = await listCourseLearners(db, { ...asked, day, cursor, limit: 16 })
      rows.push(...page)
      cursor = page.at(-1)
      if (page.length < 16) return rows
    }
  }

  it('is listed page by page and counted, in each unit, by each filter', async () => {
    const { read } = database.storage
    const some = new Set<unknown>()
    for (const beneath of [top.id, societies[0]?.id, branches[3]?.id] as UnitId[]) {
      for (const courseId of [undefined, COURSES[1]?.id]) {
        for (const standing of [undefined, 'behind', 'overdue', 'not-begun', 'learning', 'passed'] as const) {
          for (const search of [undefined, '王', 'wang', 'w', '李辰', '无']) {
            const asked = { beneath, courseId, standing, search }
            const wanted = askedOf(asked)
            const rows = await pagesOf(read, asked)
            const said = rows.map((row) => `${row.personId} ${row.courseId} ${row.dueOn} ${row.passedAt !== null}`)
            expect(said.toSorted()).toEqual(
              wanted.map((row) => `${row.personId} ${row.courseId} ${row.dueOn} ${row.passed}`).toSorted(),
            )
            const order = rows.map((row) => [row.namePinyin, row.personId, row.courseId].join(' '))
            expect(order).toEqual(order.toSorted())
            expect(await countCourseLearners(read, { ...asked, day })).toBe(wanted.length)
            if (wanted.length > 0) for (const each of [beneath, courseId, standing, search]) some.add(each)
          }
        }
      }
    }
    // Each unit, the course, each standing and word but the last one, and that it was not asked for one.
    expect(some.size).toBe(3 + 1 + 5 + 4 + 1)
  })

  it('names the society that asks for the earliest day', async () => {
    const rows = await pagesOf(database.storage.read, { beneath: top.id })
    for (const { personId, courseId, dueOn, societyName } of rows) {
      const asking = ASSIGNMENTS.filter(
        (each) =>
          each.withdrawnAt === null &&
          each.courseId === courseId &&
          each.dueOn === dueOn &&
          HOLDINGS.some((held) => held.personId === personId && wayUp(held.unitId).includes(each.societyId)),
      )
      const names = asking.map(({ societyId }) => societies.find(({ id }) => id === societyId)?.name)
      expect(names).toContain(societyName)
    }
  })

  it('is summed by course', async () => {
    for (const beneath of [top.id, societies[1]?.id] as UnitId[]) {
      const rows = askedOf({ beneath })
      const figures = await listAskedCourses(database.storage.read, { beneath, day })
      expect(figures).toEqual(
        figures.map(({ courseId, courseTitle }) => {
          const own = rows.filter((row) => row.courseId === courseId)
          return {
            ...{ courseId, courseTitle, asked: own.length, begun: own.filter(({ begun }) => begun).length },
            passed: own.filter(({ passed }) => passed).length,
            overdue: own.filter(({ passed, dueOn }) => !passed && dueOn < day).length,
          }
        }),
      )
      expect(figures.map(({ courseTitle }) => courseTitle).toSorted()).toEqual(
        COURSES.map(({ title }) => title).toSorted(),
      )
    }
  })
})
