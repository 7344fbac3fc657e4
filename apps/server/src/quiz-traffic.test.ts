import { describe, expect, it } from 'vitest'
import { permissionTable, type Action, type Permission } from '@dangjian/domain/access'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { oneKey, otherKey, rightFirst } from './testing/quiz-banks.ts'
import { quizTraffic, type QuizTraffic } from './testing/quiz-traffic.ts'

/** Where two learners, each with another key behind the same paper, are first sent something different. */
function firstDifference({ lines: one }: QuizTraffic, { lines: two }: QuizTraffic): string | undefined {
  const n = one.findIndex((line, index) => line !== two[index])
  if (n < 0) return one.length === two.length ? undefined : `${one.length} answers and ${two.length}`
  return `${one[n]}\n${two[n]}`
}

describe.each(databaseKinds)('before a test is closed (%s)', (kind) => {
  it('every byte that anybody is sent is the same whatever is right', async () => {
    const one = await quizTraffic(kind, oneKey)
    const two = await quizTraffic(kind, otherKey)
    expect(one.lines.length).toBeGreaterThan(300)
    expect(firstDifference(one, two)).toBeUndefined()
    // And yet the same answers were all right and all wrong.
    expect([one.score, two.score]).toEqual([30, 0])
  }, 120_000)
})

describe('what tells a learner what is right is found out', () => {
  it('where a question with its key is open to everybody', async () => {
    const table = permissionTable as Record<Action, Permission>
    const kept = table['training.show-question']
    table['training.show-question'] = { kind: 'query', at: 'nothing', signedIn: true }
    try {
      const [one, two] = [await quizTraffic('sqlite', oneKey), await quizTraffic('sqlite', otherKey)]
      expect(firstDifference(one, two)).toContain('training.showQuestion')
    } finally {
      table['training.show-question'] = kept
    }
  }, 60_000)

  it('where the right option stands first', async () => {
    const [one, two] = [
      await quizTraffic('sqlite', rightFirst(oneKey), false),
      await quizTraffic('sqlite', rightFirst(otherKey), false),
    ]
    expect(firstDifference(one, two)).toContain('training.showAttempt')
  }, 60_000)
})
