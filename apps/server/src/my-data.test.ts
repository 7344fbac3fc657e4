import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Language, PersonId } from '@dangjian/domain/access'
import type { QuestionBody } from '@dangjian/domain/training'
import { MyData } from '@dangjian/api/training/my-data'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { filesOfZip } from '@dangjian/formats/testing/files-of-zip'
import { publishTestCourse, testQuestions, type CourseOptions } from './testing/published-course.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const NOON = Date.parse('2026-11-24T04:00:00Z')
const device = 'window-one'
const pairs: QuestionBody = {
  kind: 'matching',
  stem: '各由谁批准？',
  premises: [
    { key: 'pa', text: '支部' },
    { key: 'pb', text: '党委' },
  ],
  choices: [
    { key: 'ca', text: '上级党委' },
    { key: 'cb', text: '上级党组' },
  ],
  right: { pa: 'ca', pb: 'cb' },
}

describe.each(databaseKinds)('one’s own data (%s)', (kind) => {
  let server: TestServer
  let [learner, other]: Visitor[] = []
  beforeAll(async () => {
    server = await startTestServer(kind)
    server.setClock(NOON)
    learner = await server.asRole(null, 'a.office')
    other = await server.asRole(null, 'b.office')
  })
  afterAll(() => server.stop())

  const begin = async (options: Partial<CourseOptions>) => {
    const course = await publishTestCourse(server.services.storage, {
      unitId: server.world.units.association,
      by: server.world.people.association[0] as PersonId,
      now: NOON,
      questions: [...testQuestions, pairs],
      ...options,
    })
    const { enrolmentId } = await learner!.api.training.enrol.mutate({ courseId: course.courseId })
    return { enrolmentId, lessons: course.lessons }
  }
  /** The first answer is wrong, the second right, of the pairs one is right. */
  const sit = async ({ enrolmentId, lessons }: Awaited<ReturnType<typeof begin>>, handIn: boolean) => {
    const { training } = learner!.api
    const { attemptId } = await training.startAttempt.mutate({ enrolmentId, lessonId: lessons.quiz, device })
    const given = [{ chosen: ['qc3z'] }, { judged: true }, { matched: { pa: 'ca', pb: 'ca' } }]
    for (const [slot, response] of given.entries())
      await training.saveAnswer.mutate({ attemptId, slot, response, seq: 1, device })
    if (handIn) await training.closeAttempt.mutate({ attemptId, device })
  }
  const take = async (language: Language): Promise<Readonly<Record<string, string>>> => {
    const { fileName, mediaType, base64 } = await learner!.api.training.exportMyData.query({ language })
    expect([mediaType, path.extname(fileName)]).toEqual(['application/zip', '.zip'])
    return (await filesOfZip(Buffer.from(base64, 'base64'))).files
  }
  const rowsOf = (table = '', about = ''): string[] =>
    table
      .split('\r\n')
      .filter((row) => row.startsWith(about))
      .map((row) => row.split(',').slice(1, 10).join())

  it('answers are words: what was asked, what was chosen, and whether it was right where the result page says so', async () => {
    await sit(await begin({ title: '讲解的', kinds: ['quiz'], quiz: { shuffled: false } }), true)
    await sit(await begin({ title: '不讲解的', kinds: ['quiz'], quiz: { shuffled: false, explained: false } }), true)
    await sit(await begin({ title: '没交卷的', kinds: ['quiz'], quiz: { shuffled: false } }), false)
    const chinese = (await take('zh-CN'))['作答.csv']
    expect(rowsOf(chinese, '\ufeff课程')).toEqual(['课时,第几次,题号,题型,题目,作答,对错,得分,满分'])
    expect(rowsOf(chinese, '讲解的')).toEqual([
      '第一节测验,1,1,单选题,党支部委员会每届任期几年？,C 五年,错,0,5',
      '第一节测验,1,2,判断题,支部书记每年至少讲一次党课。,对,对,5,5',
      '第一节测验,1,3,匹配题,各由谁批准？,支部 — 上级党委；党委 — 上级党委,部分对,2.5,5',
    ])
    for (const closed of ['不讲解的', '没交卷的']) {
      const rows = rowsOf(chinese, closed)
      expect(rows).toHaveLength(3)
      expect(rows[0]).toBe('第一节测验,1,1,单选题,党支部委员会每届任期几年？,C 五年,,,5')
      expect(rows[1]).toMatch(/,对,,,5$/)
    }
    const english = (await take('en'))['answers.csv']
    expect(rowsOf(english, '讲解的')[1]).toMatch(/,True or false,.*,True,right,5,5$/)
    // Neither marks nor what is right stand in the file for programs.
    const { attempts } = MyData.parse(JSON.parse((await take('en'))['data.json'] ?? ''))
    for (const { courseTitle, answers } of attempts) {
      expect(answers.some(({ marks }) => marks !== null)).toBe(courseTitle === '讲解的')
      expect(answers.every(({ asked }) => !('right' in asked))).toBe(true)
    }
  })

  it('progress names the course and the lesson, and says by the lesson’s kind how far it is', async () => {
    const { enrolmentId, lessons } = await begin({ title: '学习进度' })
    const { training } = learner!.api
    await training.recordPosition.mutate({ enrolmentId, lessonId: lessons.text, position: 0.456 })
    await training.recordPosition.mutate({ enrolmentId, lessonId: lessons.pdf, position: 3, pagesSeen: [1, 2] })
    const { ticket } = await training.openPlay.mutate({ enrolmentId, lessonId: lessons.video, device })
    server.setClock(NOON + 30_000)
    await training.reportPlay.mutate({ enrolmentId, ticket, position: 20, ranges: [{ from: 0, to: 20, rate: 1 }] })
    const said = (table: string | undefined) =>
      rowsOf(table, '学习进度').map((row) => row.split(',').slice(0, 4).join())
    expect(said((await take('zh-CN'))['进度.csv']).toSorted()).toEqual([
      '为什么学,图文,读到 46%,',
      '听一讲,视频,0:00:20,0:00:00–0:00:20',
      '读一份材料,PDF 文档,第 3 页,第 1–2 页',
    ])
    expect(said((await take('en'))['progress.csv'])).toContain('读一份材料,PDF,page 3,pages 1–2')
  })

  it.each(['zh-CN', 'en'] as const)('all of it is there, and nothing of anybody else (%s)', async (language) => {
    const { enrolmentId, lessons } = await begin({ title: `一次学完 ${language}`, kinds: ['text'] })
    await learner!.api.training.finishLesson.mutate({ enrolmentId, lessonId: lessons.text })
    // Nothing in a table runs, whatever somebody is called.
    const name = '=HYPERLINK("x")'
    await server.services.storage.transact((tx) =>
      tx.updateTable('person').set({ name }).where('id', '=', learner!.personId).execute(),
    )
    const files = await take(language)
    const mine = MyData.parse(JSON.parse(files['data.json'] ?? ''))
    for (const part of [mine.certificates, mine.hours, mine.enrolments, mine.units, mine.attempts])
      expect(part.length).toBeGreaterThan(0)
    expect(mine.person.name).toBe(name)
    expect(files[language === 'en' ? 'person.csv' : '本人.csv']).toContain(`"'=HYPERLINK(""x"")"`)
    const all = Object.values(files).join()
    expect(all).not.toContain(other!.personId)
    expect(all).not.toContain('seed')
    expect(all).not.toContain('"right"')

    const readme = language === 'en' ? 'README.txt' : '说明.txt'
    const tables = Object.keys(files).filter((each) => each.endsWith('.csv'))
    expect(tables).toHaveLength(10)
    for (const table of tables) expect(files[readme]).toContain(table)
  })
})
