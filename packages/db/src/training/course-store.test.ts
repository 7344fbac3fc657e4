import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FileId, PersonId, UnitId } from '@dangjian/domain/access'
import {
  newLesson,
  publishCourse,
  type Course,
  type CourseContent,
  type CourseId,
  type CourseVersionId,
  type LessonId,
  type SectionId,
} from '@dangjian/domain/training'
import { insertUnitClosure } from '../organisation/unit-scope.ts'
import { describeStores, type EmptyDatabase } from '../testing/both-databases.ts'
import {
  findCourse,
  findCourseEditor,
  findDraftHistory,
  insertCourse,
  listCourses,
  listDraftHistory,
  saveCourseDraft,
  saveCourseState,
} from './course-store.ts'
import {
  findCourseVersion,
  insertCourseVersion,
  listCourseVersions,
  listVersionsWithFile,
} from './course-version-store.ts'

let made = 0
/** Ids in the order in which they are made, as UUIDv7 are. */
const newId = <Id extends string>(): Id => `01900000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}` as Id

describeStores('the store of courses', (open) => {
  let database: EmptyDatabase
  const unitId = newId<UnitId>()
  const [ana, bao] = [newId<PersonId>(), newId<PersonId>()]
  const fileId = newId<FileId>()
  beforeAll(async () => {
    database = await open()
    await database.storage.transact(async (tx) => {
      await tx
        .insertInto('unit')
        .values({
          id: unitId,
          kind: 'association',
          tier: null,
          parentId: null,
          societyId: null,
          code: null,
          name: '华夏科学技术协会',
          namePinyin: '',
          category: null,
          form: null,
          affiliation: null,
          state: 'active',
          stateOn: '2020-01-01',
          foundedOn: null,
          endedOn: null,
          mergedIntoId: null,
          seq: 0,
          rev: 1,
          createdAt: 0,
        })
        .execute()
      await insertUnitClosure(tx, unitId, null)
      for (const [id, name] of [
        [ana, '甲老师'],
        [bao, '乙老师'],
      ] as const)
        await tx
          .insertInto('person')
          .values({ id, name, namePinyin: '', memberStatus: 'full', rev: 1, createdAt: 0 })
          .execute()
    })
  })
  afterAll(() => database.close())

  const content = (title: string): CourseContent => {
    const lesson = newLesson('pdf', newId<LessonId>())
    if (lesson.kind !== 'pdf') throw new Error('not a PDF')
    return { sections: [{ id: newId<SectionId>(), title, lessons: [{ ...lesson, title: '讲义', fileId, pages: 3 }] }] }
  }
  const course = (title: string, at = 1000): Course => ({
    id: newId<CourseId>(),
    unitId,
    title,
    summary: '',
    audience: '',
    hours: 1.25,
    content: content('第一章'),
    state: 'draft',
    latestVersionId: null,
    rev: 1,
    updatedAt: at,
    updatedBy: ana,
    createdAt: at,
  })
  const write = <T>(act: Parameters<typeof database.storage.transact<T>>[0]) => database.storage.transact(act)

  it('keeps a draft as it was saved, and refuses to save over a later one', async () => {
    const draft = course('支部工作入门')
    await write((tx) => insertCourse(tx, draft))
    expect(await findCourse(database.storage.read, draft.id)).toEqual(draft)
    const next: Course = { ...draft, title: '支部工作', rev: 2, updatedAt: 2000, updatedBy: bao }
    expect(await write((tx) => saveCourseDraft(tx, next))).toBe(true)
    expect(await write((tx) => saveCourseDraft(tx, { ...next, title: '又改' }))).toBe(false)
    expect(await findCourse(database.storage.read, draft.id)).toEqual(next)
    expect(await findCourseEditor(database.storage.read, draft.id)).toEqual({ name: '乙老师', at: 2000 })
  })

  it('keeps one state for a sitting of one person, and every one at which another takes over', async () => {
    let draft = course('历史', 0)
    await write((tx) => insertCourse(tx, draft))
    const save = async (seconds: number, by: PersonId): Promise<void> => {
      draft = { ...draft, rev: draft.rev + 1, updatedAt: seconds * 1000, updatedBy: by, content: content(`${seconds}`) }
      await write((tx) => saveCourseDraft(tx, draft))
    }
    for (const seconds of [10, 20, 30, 290, 400, 410]) await save(seconds, ana)
    await save(420, bao)
    await save(430, ana)
    const history = await listDraftHistory(database.storage.read, draft.id, 50)
    expect(history.map(({ savedAt, savedByName }) => [savedAt / 1000, savedByName])).toEqual([
      [430, '甲老师'],
      [420, '乙老师'],
      [410, '甲老师'],
      [400, '甲老师'],
      [0, '甲老师'],
    ])
    const earlier = await findDraftHistory(database.storage.read, draft.id, history[1]?.rev ?? 0)
    expect(earlier?.content.sections[0]?.title).toBe('420')
  })

  it('publishes a version that stays as it was, with the files it shows', async () => {
    const draft = course('出版')
    await write((tx) => insertCourse(tx, draft))
    const published = publishCourse(
      draft,
      undefined,
      { questions: new Map(), banks: new Map() },
      { id: newId<CourseVersionId>(), changeNote: '', now: 5000, by: ana },
    )
    if (!published.ok) throw new Error(published.refusal)
    await write(async (tx) => {
      await insertCourseVersion(tx, published.value.version)
      expect(await saveCourseState(tx, published.value.course)).toBe(true)
      expect(await saveCourseState(tx, { ...published.value.course, rev: 9 })).toBe(false)
    })
    await write((tx) => saveCourseDraft(tx, { ...published.value.course, rev: 2, content: content('改过') }))
    expect(await findCourseVersion(database.storage.read, published.value.version.id)).toEqual(published.value.version)
    expect((await findCourse(database.storage.read, draft.id))?.state).toBe('published')
    expect(await listCourseVersions(database.storage.read, draft.id)).toMatchObject([
      { number: 1, learners: 0, publishedByName: '甲老师' },
    ])
    expect(await listVersionsWithFile(database.storage.read, fileId)).toContainEqual({
      versionId: published.value.version.id,
      courseId: draft.id,
    })
  })

  it('lists courses page by page without gap or double, finds them by pinyin, and says which draft is ahead of its version', async () => {
    for (let n = 0; n < 5; n += 1) await write((tx) => insertCourse(tx, course(`列表${n}`, 9000)))
    const seen: string[] = []
    let cursor: { updatedAt: number; id: CourseId } | undefined
    do {
      const { rows } = await listCourses(database.storage.read, { beneath: unitId, cursor, limit: 2 })
      seen.push(...rows.map(({ id }) => id))
      const last = rows.length === 2 ? rows[1] : undefined
      cursor = last && { updatedAt: last.updatedAt, id: last.id }
    } while (cursor)
    const { rows, total } = await listCourses(database.storage.read, { beneath: unitId, limit: 100 })
    expect(seen).toEqual(rows.map(({ id }) => id))
    expect(total).toBe(seen.length)
    const found = await listCourses(database.storage.read, { beneath: unitId, search: 'chuban', limit: 10 })
    expect(found.rows).toMatchObject([{ title: '出版', ahead: 1, versionNumber: 1, learners: 0 }])
    const published = { beneath: unitId, state: 'published', limit: 10 } as const
    expect((await listCourses(database.storage.read, published)).rows).toHaveLength(1)
    expect((await listCourses(database.storage.read, { ...published, search: '%' })).rows).toEqual([])
  })
})
