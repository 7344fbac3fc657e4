import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonId, UnitId } from '@dangjian/domain/access'
import {
  likenessOf,
  newLesson,
  type BankId,
  type LessonId,
  type Question,
  type QuestionId,
  type QuestionVersion,
  type QuestionVersionId,
  type SectionId,
} from '@dangjian/domain/training'
import { describeStores, type EmptyDatabase } from '../testing/both-databases.ts'
import { findBank, findBankByTitle, findBankOfQuestion, insertBank } from './bank-store.ts'
import {
  countByCategory,
  findByLikeness,
  findQuestion,
  insertQuestions,
  listQuestions,
  listQuestionVersions,
  listVersionsOf,
  questionSupplyOf,
  saveQuestion,
} from './question-store.ts'

let made = 0
/** Ids in the order in which they are made, as UUIDv7 are. */
const newId = <Id extends string>(): Id => `01900000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}` as Id

describeStores('the store of questions', (open) => {
  let database: EmptyDatabase
  const saver = { by: newId<PersonId>(), at: 1 }
  const bank = { id: newId<BankId>(), unitId: newId<UnitId>(), title: '组织工作', createdAt: 1 }
  const make = (stem: string, category = '组织', difficulty = 3): { question: Question; version: QuestionVersion } => {
    const [id, versionId] = [newId<QuestionId>(), newId<QuestionVersionId>()]
    return {
      question: { id, bankId: bank.id, category, state: 'active', latestVersionId: versionId, rev: 1, createdAt: 1 },
      version: {
        id: versionId,
        questionId: id,
        number: 1,
        body: { kind: 'judgement', stem, right: true },
        explanation: '见规定',
        difficulty,
        createdAt: 1,
      },
    }
  }
  const all = Array.from({ length: 900 }, (_, n) =>
    make(`第${n}题：支部委员会任期三年。`, n % 3 === 0 ? '纪律' : '组织', (n % 5) + 1),
  )
  beforeAll(async () => {
    database = await open()
    await database.storage.transact(async (tx) => {
      await insertBank(tx, bank)
      await insertQuestions(tx, all, saver)
    })
  })
  afterAll(() => database.close())

  it('keeps hundreds of questions in one go, each as it was', async () => {
    const each = all[700]!
    expect(await findQuestion(database.storage.read, each.question.id)).toEqual(each)
    expect(await findBankOfQuestion(database.storage.read, each.question.id)).toEqual(bank)
    expect(await findBank(database.storage.read, bank.id)).toEqual(bank)
    expect(await findBankByTitle(database.storage.read, bank.unitId, '组织工作')).toEqual(bank)
  })

  it('lists by kind, category, difficulty and words, page by page', async () => {
    const first = await listQuestions(database.storage.read, { bankId: bank.id, category: '纪律', limit: 200 })
    expect(first.total).toBe(300)
    const second = await listQuestions(database.storage.read, {
      bankId: bank.id,
      category: '纪律',
      cursor: first.rows.at(-1)!.id,
      limit: 200,
    })
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(300)
    const found = await listQuestions(database.storage.read, { bankId: bank.id, search: '第 77 题', limit: 10 })
    expect(found.rows.map(({ stem }) => stem)).toEqual(['第77题：支部委员会任期三年。'])
    expect(found.rows[0]).toMatchObject({ courses: 0, versions: 1 })
    expect((await listQuestions(database.storage.read, { bankId: bank.id, kind: 'single', limit: 10 })).total).toBe(0)
    expect((await listQuestions(database.storage.read, { bankId: bank.id, difficulty: 5, limit: 1 })).total).toBe(180)
  })

  it('saves a new version beside the old one, and refuses to save over a later state', async () => {
    const old = all[5]!
    const version: QuestionVersion = {
      ...old.version,
      id: newId<QuestionVersionId>(),
      number: 2,
      body: { kind: 'judgement', stem: '改过的题', right: false },
    }
    const question: Question = { ...old.question, latestVersionId: version.id, rev: 2 }
    const save = () => database.storage.transact((tx) => saveQuestion(tx, question, version, saver))
    expect(await save()).toBe(true)
    expect(await save()).toBe(false)
    expect((await listVersionsOf(database.storage.read, question.id)).map(({ number }) => number)).toEqual([2, 1])
    const versions = await listQuestionVersions(database.storage.read, [old.version.id, version.id, version.id])
    expect(versions).toHaveLength(2)
    expect(versions.every(({ latestVersionId }) => latestVersionId === version.id)).toBe(true)
  })

  it('knows what asks the same, and counts what a quiz can draw without what is retired', async () => {
    const found = await findByLikeness(
      database.storage.read,
      bank.id,
      all.map(({ version }) => likenessOf(version.body.stem)),
    )
    expect(found.size).toBe(899)
    const retired = all[6]!
    await database.storage.transact((tx) =>
      saveQuestion(tx, { ...retired.question, state: 'retired', rev: 2 }, retired.version, saver),
    )
    const counts = await countByCategory(database.storage.read, [bank.id])
    expect(counts.map(({ category, count }) => `${category} ${count}`).toSorted()).toEqual(['纪律 299', '组织 600'])
    const quiz = newLesson('quiz', newId<LessonId>())
    if (quiz.kind !== 'quiz') throw new Error('not a quiz')
    quiz.quiz.slots.push(
      { kind: 'fixed', questionVersionId: retired.version.id, marks: 1 },
      { kind: 'drawn', bankId: bank.id, category: null, count: 1, marks: 1 },
    )
    const supply = await questionSupplyOf(database.storage.read, {
      sections: [{ id: newId<SectionId>(), title: '', lessons: [quiz] }],
    })
    expect(supply.questions.get(retired.version.id)).toEqual({
      questionId: retired.question.id,
      bankId: bank.id,
      category: '纪律',
      retired: true,
    })
    expect(supply.banks.get(bank.id)?.get('组织')).toBe(600)
  })
})
