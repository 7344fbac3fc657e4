import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import type { Lesson, QuestionVersionId, RichText } from '@dangjian/domain/training'
import { fieldsOf, judgement, lesson, newId, oneSection, status, text, uploaded } from './testing/made-course.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

describe.each(databaseKinds)('the studio over HTTP (%s)', (kind) => {
  let server: TestServer
  let trainer: Visitor
  let other: Visitor
  let foreign: Visitor
  const training = (visitor: Visitor) => visitor.api.training
  const unitOf = (place: 'association' | 'a' | 'b') => server.world.units[place]
  const begin = async (title: string) =>
    (await training(trainer).createCourse.mutate({ unitId: unitOf('a'), title })).courseId

  beforeAll(async () => {
    server = await startTestServer(kind)
    trainer = await server.asRole('trainer', 'a')
    other = await server.asRole('trainer', 'association', 1)
    foreign = await server.asRole('trainer', 'b')
  })
  afterAll(() => server.stop())

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
    expect(await training(trainer).showCourseDraft.query({ courseId })).toMatchObject({ ahead: false })

    const more = {
      sections: [...content.sections, ...oneSection(lesson('text', '新课', { body: text('新') })).sections],
    }
    await training(trainer).saveCourseDraft.mutate({ ...fieldsOf(courseId, 2, more), hours: 2 })
    expect(await training(trainer).showCourseDraft.query({ courseId })).toMatchObject({ ahead: true })
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
    const changed = history.rows.map(({ rev, changes }) => [rev, changes?.map(({ change }) => change)])
    expect(changed).toEqual([
      [2, ['course-retitled', 'section-added', 'lesson-added']],
      [1, undefined],
    ])
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
    const own = await uploaded(server, trainer, {
      content: 'pdf',
      name: 'a.pdf',
      purpose: 'course-media',
      mediaType: 'application/pdf',
    })
    const theirs = await uploaded(server, foreign, {
      content: 'pdf',
      name: 'b.pdf',
      purpose: 'course-media',
      mediaType: 'application/pdf',
    })
    const save = (rev: number, ...lessons: Lesson[]) =>
      training(trainer).saveCourseDraft.mutate(fieldsOf(courseId, rev, oneSection(...lessons)))
    expect(await status(save(1, lesson('pdf', '讲义', { fileId: theirs, pages: 1 })))).toBe(404)
    expect(await status(save(1, lesson('video', '录像', { fileId: own, seconds: 1 })))).toBe('lesson-file-kind')
    expect(await status(save(1, lesson('pdf', '讲义', { fileId: own, pages: 1 })))).toBe(200)
    expect((await training(trainer).showCourseDraft.query({ courseId })).files).toEqual([
      { id: own, name: expect.stringMatching(/.\.pdf$/) },
    ])

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
})
