import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { insertFile } from '@dangjian/db/access/file-store'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import type { FileId } from '@dangjian/domain/access'
import {
  emptyQuestionDraft,
  newLesson,
  type BankId,
  type CourseContent,
  type CourseId,
  type Lesson,
  type LessonId,
  type LessonKind,
  type QuestionDraft,
  type QuestionVersionId,
  type RichText,
  type SectionId,
} from '@dangjian/domain/training'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const newId = <Id extends string>(): Id => uuidv7() as Id
const text = (words: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})
const lesson = (kind: LessonKind, title: string, more: object = {}): Lesson =>
  ({ ...newLesson(kind, newId<LessonId>()), title, ...more }) as Lesson
const oneSection = (...lessons: Lesson[]): CourseContent => ({
  sections: [{ id: newId<SectionId>(), title: '第一章', lessons }],
})
/** Stands in every right answer and explanation: what must never reach somebody who only learns. */
const SECRET = '机密答案KEY'
const judgement = (stem: string): QuestionDraft => ({
  ...emptyQuestionDraft,
  kind: '判断题',
  stem,
  right: ['对'],
  explanation: SECRET,
})

describe.each(databaseKinds)('the studio over HTTP (%s)', (kind) => {
  let server: TestServer
  let trainer: Visitor
  let other: Visitor
  let foreign: Visitor
  let learner: Visitor
  const training = (visitor: Visitor) => visitor.api.training
  const unitOf = (place: 'association' | 'a' | 'b') => server.world.units[place]

  beforeAll(async () => {
    server = await startTestServer(kind)
    trainer = await server.asRole('trainer', 'a')
    other = await server.asRole('trainer', 'association', 1)
    foreign = await server.asRole('trainer', 'b')
    learner = await server.asRole(null, 'a.office', 2)
  })
  afterAll(() => server.stop())

  const begin = async (title: string) =>
    (await training(trainer).createCourse.mutate({ unitId: unitOf('a'), title })).courseId
  const fieldsOf = (courseId: CourseId, rev: number, content: CourseContent) => ({
    courseId,
    rev,
    title: '支部工作入门',
    summary: '',
    audience: '支部委员',
    hours: 1,
    content,
  })
  const upload = async (
    by: Visitor,
    content: string,
    name: string,
    purpose: 'import' | 'course-media',
    mediaType: string,
  ) => {
    const { sha256, size } = await server.services.files.write(new TextEncoder().encode(content))
    const id = newId<FileId>()
    await server.services.storage.transact((tx) =>
      insertFile(tx, {
        id,
        sha256,
        name,
        mediaType,
        size,
        purpose,
        unitId: null,
        audience: 'learners',
        createdBy: by.personId,
        createdAt: 1,
      }),
    )
    return id
  }
  const status = (act: Promise<unknown>) =>
    act.then(
      () => 200,
      (error: { data?: { httpStatus: number; refusal: string | null } }) =>
        error.data?.refusal ?? error.data?.httpStatus,
    )

  it('makes a course, says what is missing, publishes it, and says what a second version changes', async () => {
    const courseId = await begin('支部工作入门')
    expect((await training(trainer).previewPublish.query({ courseId })).gaps.map(({ gap }) => gap)).toEqual([
      'hours-missing',
      'section-missing',
    ])
    expect(await status(training(trainer).publishCourse.mutate({ courseId, rev: 1 }))).toBe('course-incomplete')
    const content = oneSection(lesson('text', '导言', { body: text('欢迎') }))
    const saved = await training(trainer).saveCourseDraft.mutate(fieldsOf(courseId, 1, content))
    expect(saved.rev).toBe(2)
    expect(await status(training(trainer).publishCourse.mutate({ courseId, rev: 1 }))).toBe('edited-meanwhile')
    const first = await training(trainer).publishCourse.mutate({ courseId, rev: 2 })
    expect(first.number).toBe(1)
    expect(await status(training(trainer).publishCourse.mutate({ courseId, rev: 2 }))).toBe('course-unchanged')

    const more = {
      sections: [...content.sections, ...oneSection(lesson('text', '新课', { body: text('新') })).sections],
    }
    await training(trainer).saveCourseDraft.mutate({ ...fieldsOf(courseId, 2, more), hours: 2 })
    const preview = await training(trainer).previewPublish.query({ courseId })
    expect(preview).toMatchObject({ number: 2, gaps: [], learners: 0 })
    expect(preview.changes?.map(({ change }) => change)).toEqual(['hours-changed', 'section-added', 'lesson-added'])
    const { rows } = await training(trainer).listCourses.query({ unitId: unitOf('a'), state: 'published' })
    expect(rows).toMatchObject([{ id: courseId, ahead: true, hours: 2, publishedHours: 1, versionId: first.versionId }])
    const second = await training(trainer).publishCourse.mutate({ courseId, rev: 3, changeNote: '补充一章' })
    const versions = await training(trainer).listCourseVersions.query({ courseId })
    expect(versions.rows).toMatchObject([
      { number: 2, changeNote: '补充一章' },
      { number: 1, hours: 1 },
    ])
    const between = { courseId, fromVersionId: second.versionId, toVersionId: first.versionId }
    const back = await training(trainer).showVersionDifference.query(between)
    expect(back.changes.map(({ change }) => change)).toEqual(['hours-changed', 'section-removed', 'lesson-removed'])
    const emitted = await server.services.storage.read
      .selectFrom('outboxEvent')
      .select('body')
      .where('type', '=', 'course-published')
      .execute()
    expect(emitted.map(({ body }) => (JSON.parse(body) as { versionId: string }).versionId)).toContain(second.versionId)
    expect(await training(trainer).withdrawCourse.mutate({ courseId })).toEqual({ state: 'withdrawn' })
    expect(await status(training(trainer).withdrawCourse.mutate({ courseId }))).toBe('course-not-published')
  })

  it('tells the second trainer who saved meanwhile, overwrites nothing, and goes back to any saved state', async () => {
    const courseId = await begin('两人同编')
    const mine = oneSection(lesson('text', '甲写的', { body: text('甲') }))
    await training(other).saveCourseDraft.mutate(fieldsOf(courseId, 1, oneSection(lesson('text', '乙写的'))))
    const late = await training(trainer)
      .saveCourseDraft.mutate(fieldsOf(courseId, 1, mine))
      .catch((error: { data: { refusal: string; detail: { by: string } } }) => error.data)
    expect(late).toMatchObject({ refusal: 'edited-meanwhile', detail: { by: expect.stringContaining('协会2号') } })
    expect((await training(trainer).showCourseDraft.query({ courseId })).content.sections[0]?.lessons[0]?.title).toBe(
      '乙写的',
    )
    const history = await training(trainer).listDraftHistory.query({ courseId })
    expect(history.rows.map(({ rev }) => rev)).toEqual([2, 1])
    await training(trainer).restoreDraft.mutate({ courseId, rev: 2, toRev: 1 })
    expect((await training(trainer).showCourseDraft.query({ courseId })).content).toEqual({ sections: [] })
    expect(await status(training(trainer).restoreDraft.mutate({ courseId, rev: 3, toRev: 99 }))).toBe(404)
  })

  it('cleans a rich text on the way in, whoever sends it', async () => {
    const courseId = await begin('脏正文')
    const body = {
      type: 'doc',
      content: [
        { type: 'script', content: [{ type: 'text', text: 'alert(1)' }] },
        { type: 'image', attrs: { src: 'https://evil.example/x.png' } },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: '链接', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
        },
      ],
    } as RichText
    await training(trainer).saveCourseDraft.mutate(fieldsOf(courseId, 1, oneSection(lesson('text', '正文', { body }))))
    const kept = await training(trainer).showCourseDraft.query({ courseId })
    expect(kept.content.sections[0]?.lessons[0]).toMatchObject({ body: text('链接') })
    let deep: unknown = { type: 'text', text: 'x' }
    for (let n = 0; n < 2000; n += 1) deep = { type: 'blockquote', content: [deep] }
    const bomb = lesson('text', '炸弹', { body: { type: 'doc', content: [deep] } })
    expect(await status(training(trainer).saveCourseDraft.mutate(fieldsOf(courseId, 2, oneSection(bomb))))).toBe(400)
  })

  it('takes files, questions and banks only from those who may use them, and files only of the right kind', async () => {
    const courseId = await begin('引用')
    const own = await upload(trainer, 'pdf', 'a.pdf', 'course-media', 'application/pdf')
    const theirs = await upload(foreign, 'pdf', 'b.pdf', 'course-media', 'application/pdf')
    const save = (rev: number, ...lessons: Lesson[]) =>
      training(trainer).saveCourseDraft.mutate(fieldsOf(courseId, rev, oneSection(...lessons)))
    expect(await status(save(1, lesson('pdf', '讲义', { fileId: theirs, pages: 1 })))).toBe(404)
    expect(await status(save(1, lesson('video', '录像', { fileId: own, seconds: 1 })))).toBe('lesson-file-kind')
    expect(await status(save(1, lesson('pdf', '讲义', { fileId: own, pages: 1 })))).toBe(200)

    const { bankId } = await training(foreign).createBank.mutate({ unitId: unitOf('b'), title: '乙库' })
    await training(foreign).addQuestion.mutate({ bankId, draft: judgement('乙库的题') })
    const [row] = (await training(foreign).listQuestions.query({ bankId })).rows
    const quiz = (slot: object) =>
      lesson('quiz', '测验', {
        quiz: { slots: [slot], passShare: 60, minutes: null, attempts: null, shuffled: true, explained: true },
      })
    expect(await status(save(2, quiz({ kind: 'drawn', bankId, category: null, count: 1, marks: 1 })))).toBe(404)
    expect(await status(save(2, quiz({ kind: 'fixed', questionVersionId: row?.versionId, marks: 1 })))).toBe(404)
    expect(
      await status(save(2, quiz({ kind: 'fixed', questionVersionId: newId<QuestionVersionId>(), marks: 1 }))),
    ).toBe(404)
  })

  it('keeps questions in versions, with where they are used, and refuses what is faulty', async () => {
    const { bankId } = await training(trainer).createBank.mutate({ unitId: unitOf('a'), title: '组织工作' })
    expect(await status(training(trainer).createBank.mutate({ unitId: unitOf('a'), title: '组织工作' }))).toBe(
      'bank-title-taken',
    )
    expect(
      await status(training(trainer).addQuestion.mutate({ bankId, draft: { ...judgement('没有答案'), right: [] } })),
    ).toBe('question-faulty')
    const { questionId } = await training(trainer).addQuestion.mutate({
      bankId,
      draft: { ...judgement('支部任期三年。'), category: '任期' },
    })
    const shown = await training(trainer).showQuestion.query({ questionId })
    expect(await status(training(trainer).saveQuestion.mutate({ questionId, rev: 1, draft: shown.draft }))).toBe(
      'question-unchanged',
    )
    const quiz = {
      slots: [
        { kind: 'fixed', questionVersionId: shown.versionId, marks: 2 },
        { kind: 'drawn', bankId, category: null, count: 1, marks: 1 },
      ],
      passShare: 60,
      minutes: 10,
      attempts: 2,
      shuffled: true,
      explained: true,
    }
    const courseId = await begin('有测验')
    await training(trainer).saveCourseDraft.mutate(fieldsOf(courseId, 1, oneSection(lesson('quiz', '测验', { quiz }))))
    expect((await training(trainer).previewPublish.query({ courseId })).gaps).toMatchObject([
      { gap: 'bank-too-small', detail: { wanted: 1, available: 0 } },
    ])
    await training(trainer).addQuestion.mutate({ bankId, draft: judgement('总支任期三年。') })
    await training(trainer).publishCourse.mutate({ courseId, rev: 2 })
    const saved = await training(trainer).saveQuestion.mutate({
      questionId,
      rev: 1,
      draft: { ...shown.draft, stem: '支部委员会任期三年。' },
    })
    expect(saved).toMatchObject({ number: 2, rev: 2 })
    expect(await status(training(trainer).saveQuestion.mutate({ questionId, rev: 1, draft: shown.draft }))).toBe(
      'edited-meanwhile',
    )
    const after = await training(trainer).showQuestion.query({ questionId })
    expect(after).toMatchObject({ versions: [{ number: 2 }, { number: 1 }], courses: [{ id: courseId }] })
    expect((await training(trainer).showCourseDraft.query({ courseId })).questions).toMatchObject([
      { stem: '支部任期三年。', newerVersionId: saved.versionId },
    ])
    const paper = await training(trainer).previewQuiz.query({
      courseId,
      lessonId: (await training(trainer).showCourseDraft.query({ courseId })).content.sections[0]?.lessons[0]
        ?.id as LessonId,
    })
    expect(paper.questions).toHaveLength(2)
    expect(JSON.stringify(paper)).not.toContain(SECRET)
    await training(trainer).retireQuestion.mutate({ questionId })
    expect((await training(trainer).listQuestions.query({ bankId, state: 'retired' })).rows).toMatchObject([
      { id: questionId, courses: 1, versions: 2 },
    ])
    expect((await training(trainer).previewPublish.query({ courseId })).gaps.map(({ gap }) => gap)).toContain(
      'question-retired',
    )
    expect(await training(trainer).reinstateQuestion.mutate({ questionId })).toEqual({ state: 'active' })
    const pairs = (await training(trainer).findLikenesses.query({ bankId })).pairs
    expect(pairs.every(({ share }) => share >= 0.82)).toBe(true)
  })

  it('imports what the preview showed and nothing before; a second import finds likenesses and adds nothing', async () => {
    const { bankId } = await training(trainer).createBank.mutate({ unitId: unitOf('a'), title: '导入' })
    const table = [
      '题型,题干,选项A,选项B,正确答案',
      '单选题,甲题？,是,否,A',
      '单选题,甲题,是,否,B',
      '单选题,没有答案,是,否,',
      '判断题,乙题。,,,错',
    ].join('\n')
    const fileId = await upload(trainer, table, '题库.csv', 'import', 'text/csv')
    const preview = await training(trainer).previewQuestionImport.query({ bankId, fileId })
    expect(preview.counts).toEqual({ new: 2, like: 1, wrong: 1 })
    expect(preview.lines.map(({ line, outcome }) => `${line} ${outcome}`)).toEqual([
      '2 new',
      '3 like',
      '4 wrong',
      '5 new',
    ])
    expect((await training(trainer).listQuestions.query({ bankId })).total).toBe(0)
    expect(await training(trainer).confirmQuestionImport.mutate({ bankId, fileId })).toEqual({
      added: 2,
      like: 1,
      wrong: 1,
    })
    const { rows } = await training(trainer).listQuestions.query({ bankId })
    expect(rows.map(({ stem }) => stem)).toEqual(['甲题？', '乙题。'])
    expect((await training(trainer).previewQuestionImport.query({ bankId, fileId })).counts).toEqual({
      new: 0,
      like: 3,
      wrong: 1,
    })
    expect(await status(training(trainer).confirmQuestionImport.mutate({ bankId, fileId }))).toBe(
      'question-import-nothing-to-do',
    )
    expect(await training(trainer).confirmQuestionImport.mutate({ bankId, fileId, alsoLines: [3] })).toEqual({
      added: 1,
      like: 2,
      wrong: 1,
    })
    expect(await status(training(other).previewQuestionImport.query({ bankId, fileId }))).toBe(404)
    const broken = await upload(trainer, '[{"stem": ]', '坏.json', 'import', 'application/json')
    expect(await status(training(trainer).previewQuestionImport.query({ bankId, fileId: broken }))).toBe(
      'question-import-json-broken',
    )
    const template = await training(trainer).showQuestionTemplate.query({ format: 'xlsx', language: 'zh-CN' })
    expect(Buffer.from(template.base64, 'base64').subarray(0, 2).toString()).toBe('PK')
  })

  it('shows a question and its key to nobody who only learns, nor to a trainer of another society', async () => {
    const { bankId } = await training(trainer).createBank.mutate({ unitId: unitOf('a'), title: '不外泄' })
    const { questionId } = await training(trainer).addQuestion.mutate({ bankId, draft: judgement('不外泄的题') })
    const courseId = await begin('不外泄的课')
    const administrator = await server.asRole('associationAdministrator', 'association', 2)
    const input = (value: object) => encodeURIComponent(JSON.stringify(value))
    const paths = [
      `training.listBanks?input=${input({ unitId: unitOf('a') })}`,
      `training.showBank?input=${input({ bankId })}`,
      `training.listQuestions?input=${input({ bankId })}`,
      `training.showQuestion?input=${input({ questionId })}`,
      `training.findLikenesses?input=${input({ bankId })}`,
      `training.previewQuiz?input=${input({ courseId, lessonId: newId() })}`,
    ]
    for (const path of paths) {
      for (const [visitor, expected] of [
        [learner, 403],
        [administrator, 403],
        [foreign, 404],
      ] as const) {
        const response = await fetch(`${server.url}/trpc/${path}`, { headers: visitor.headers })
        const body = await response.text()
        expect(`${path.split('?')[0]} ${response.status}`).toBe(`${path.split('?')[0]} ${expected}`)
        expect(body).not.toContain('不外泄')
        expect(body).not.toContain(SECRET)
      }
    }
    const tries = [
      training(foreign).saveQuestion.mutate({ questionId, rev: 1, draft: judgement('改') }),
      training(foreign).addQuestion.mutate({ bankId: bankId as BankId, draft: judgement('加') }),
      training(foreign).saveCourseDraft.mutate(fieldsOf(courseId, 1, { sections: [] })),
      training(foreign).publishCourse.mutate({ courseId, rev: 1 }),
      training(foreign).createCourse.mutate({ unitId: unitOf('a'), title: '别家的课' }),
    ]
    expect(await Promise.all(tries.map(status))).toEqual(tries.map(() => 404))
    expect(await status(training(administrator).showCourseDraft.query({ courseId }))).toBe(200)
    expect(await status(training(administrator).saveCourseDraft.mutate(fieldsOf(courseId, 1, { sections: [] })))).toBe(
      403,
    )
  })
})
