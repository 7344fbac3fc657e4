import { randomUUID } from 'node:crypto'
import { DEMO_PASSWORD } from '../../harness/sign-in.ts'
import { among } from '../among.ts'
import { atMost, percentile, type Figure } from '../figure.ts'
import { Line } from './drive.ts'
import type { Installation } from './installation.ts'
import { sendSignIn } from './paths.ts'
import { enrol, publishQuiz, saveAnswer, showAttempt, startAttempt } from './quiz.ts'

/** Two requests that a stranger must not tell apart by how long their answers take. */
interface Pair {
  readonly name: string
  /** So many of each, turn by turn. */
  readonly times: number
  /** What the medians may lie apart, in milliseconds: less than any line's own unrest. */
  readonly within: number
  readonly one: (n: number) => Promise<unknown>
  readonly other: (n: number) => Promise<unknown>
}

const names = [
  'a unit that is not theirs to see, and none',
  'a right answer that is saved, and a wrong one',
  'a wrong password for a name that is there, and for none',
] as const
export const timingNames: readonly string[] = names

/** How far the answers to what must look alike lie apart. */
export async function timingFigures(installation: Installation, chosen: (name: string) => boolean): Promise<Figure[]> {
  if (!names.some(chosen)) return []
  const line = new Line(installation.url, 1)
  const figures: Figure[] = []
  try {
    for (const pair of await pairsOf(line, installation)) {
      if (chosen(pair.name)) figures.push(await compare(pair))
    }
  } finally {
    line.close()
  }
  return figures
}

/** Asks both, turn by turn. */
export async function compare({ name, times, within, one, other }: Pair): Promise<Figure> {
  const took: [number[], number[]] = [[], []]
  for (let n = 0; n < times * 2; n += 1) {
    const begun = performance.now()
    // Refused is an answer as well.
    await (n % 2 === 0 ? one(n) : other(n)).catch(() => undefined)
    took[n % 2 === 0 ? 0 : 1].push(performance.now() - begun)
  }
  const [first, second] = took.map((each) => percentile(each, 0.5)) as [number, number]
  return atMost(`${name}: medians apart, ms`, Math.abs(first - second), within)
}

async function pairsOf(line: Line, { url, society, associationId, learners }: Installation): Promise<Pair[]> {
  const showUnit = (unitId: string) => line.call('organisation.showUnit', { unitId }, society)
  const cookie = among(learners, 0)
  const quiz = await publishQuiz(url)
  const attemptId = await startAttempt(line, quiz, await enrol(line, quiz, cookie), cookie)
  const { questions } = await showAttempt(line, attemptId, cookie)
  const right = questions.map(({ asked }) => String(Number(/\d+/.exec(asked.stem)?.[0]) - 1))
  const save = (n: number, written: string) => saveAnswer(line, attemptId, slotOf(n), n + 1, cookie, written)
  const slotOf = (n: number): number => Math.floor(n / 2) % questions.length
  // Each from an address of its own: who fails too often has to wait.
  const signIn = (n: number, username: string) =>
    sendSignIn(line, { username, password: `${DEMO_PASSWORD}!` }, `127.9.${Math.floor(n / 250)}.${(n % 250) + 1}`)
  return [
    {
      ...{ name: names[0], times: 1000, within: 0.5 },
      one: () => showUnit(associationId),
      other: () => showUnit(randomUUID()),
    },
    {
      ...{ name: names[1], times: 1000, within: 0.5 },
      one: (n) => save(n, among(right, slotOf(n))),
      other: (n) => save(n, 'x'),
    },
    {
      ...{ name: names[2], times: 60, within: 2 },
      one: (n) => signIn(n, `bench-${n}`),
      other: (n) => signIn(n, `nobody-${n}`),
    },
  ]
}
