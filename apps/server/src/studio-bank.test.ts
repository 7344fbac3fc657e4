import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import type { BankId, LessonId } from '@dangjian/domain/training'
import { fieldsOf, judgement, lesson, newId, oneSection, SECRET, status, uploaded } from './testing/made-course.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

describe.each(databaseKinds)('question banks over HTTP (%s)', (kind) => {
  let server: TestServer
  let trainer: Visitor
  let other: Visitor
  let foreign: Visitor
  let learner: Visitor
  const training = (visitor: Visitor) => visitor.api.training
  const unitOf = (place: 'association' | 'a' | 'b') => server.world.units[place]
  const begin = async (title: string) =>
    (await training(trainer).createCourse.mutate({ unitId: unitOf('a'), title })).courseId

  beforeAll(async () => {
    server = await startTestServer(kind)
    trainer = await server.asRole('trainer', 'a')
    other = await server.asRole('trainer', 'association', 1)
    foreign = await server.asRole('trainer', 'b')
    learner = await server.asRole(null, 'a.office', 2)
  })
  afterAll(() => server.stop())

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
    const fileId = await uploaded(server, trainer, {
      content: table,
      name: '题库.csv',
      purpose: 'import',
      mediaType: 'text/csv',
    })
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
    const broken = await uploaded(server, trainer, {
      content: '[{"stem": ]',
      name: '坏.json',
      purpose: 'import',
      mediaType: 'application/json',
    })
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
