import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import type { AssignmentId } from '@dangjian/domain/tasks'
import { emptyQuestionDraft, type BankId } from '@dangjian/domain/training'
import { IdPool } from '../proof/fuzz/id-pool.ts'
import { askersOf, isMeantFor, lookAround } from '../proof/fuzz/look-around.ts'
import { written } from '../proof/fuzz/mutated-input.ts'
import { listProcedures, type Procedure } from '../proof/fuzz/procedures.ts'
import { validInput, type Texts } from '../proof/fuzz/valid-input.ts'
import { signInClient } from './client.ts'

/** What would end what is looked at afterwards, or keep the accounts out. */
const ENDS = /^access\.|\.(dissolve|merge|suspend|leave)Unit$|\.(dropWorkPlan|withdrawCourse|undoSocietyImport)$/
const EACH = 6

/**
 * Writes payloads through the API as every account of the demo: into each text of each command that takes any. How many
 * of its writes were taken, by command.
 */
export async function writePayloads(
  url: string,
  payloads: readonly string[],
  at: { readonly assignmentId: string; readonly bankId: string },
): Promise<Map<string, number>> {
  const askers = askersOf(url)
  const pool = new IdPool()
  const idOf = (brand: string, n: number): string => pool.pick(brand, n, false) ?? randomUUID()
  await lookAround(askers, pool, ({ input }) => validInput(input, idOf), 1)
  const taken = await writeWholeList(url, payloads, at)
  for (const [seed, procedure] of listProcedures().entries()) {
    if (procedure.type === 'query' || ENDS.test(procedure.path)) continue
    const inputs = inputsOf(procedure, idOf, payloads, seed)
    if (!inputs) continue
    let count = 0
    const meant = askers.filter((asker) => isMeantFor(procedure, asker))
    for (const [n, input] of inputs.entries()) {
      const [answer] = await (meant[n % meant.length] ?? askers[0]!).ask(procedure, [input])
      if (answer?.status !== 200) continue
      count += 1
      pool.harvest(procedure.output, answer.data)
    }
    taken.set(procedure.path, (taken.get(procedure.path) ?? 0) + count)
  }
  for (const [n, asker] of askers.entries()) {
    const name = `${payloads[n]?.replaceAll(/[/\\]/g, '／')}.txt`
    if (await asker.upload(name, '材料', 'evidence')) taken.set('files', (taken.get('files') ?? 0) + 1)
  }
  return taken
}

/** What chance would seldom put together: every payload in every text of a question, some as a report of progress and as evidence. */
async function writeWholeList(
  url: string,
  payloads: readonly string[],
  { assignmentId, bankId }: { readonly assignmentId: string; readonly bankId: string },
): Promise<Map<string, number>> {
  const { api: society } = await signInClient(url, 'society')
  const { api: trainer } = await signInClient(url, 'trainer')
  const assignment = { assignmentId: assignmentId as AssignmentId }
  const bank = bankId as BankId
  const writes: Record<string, (text: string) => Promise<unknown>> = {
    'tasks.reportProgress': (text) => society.tasks.reportProgress.mutate({ ...assignment, text }),
    'tasks.attachEvidence': (text) =>
      society.tasks.attachEvidence.mutate({ ...assignment, requirementKey: null, text, fileId: null }),
    'training.addQuestion': (text) => {
      const options = [text, `${text}二`].map((each, n) => ({ key: 'AB'[n] ?? '', text: each }))
      const words = { stem: text, explanation: text, category: text, options }
      return trainer.training.addQuestion.mutate({
        bankId: bank,
        draft: { ...emptyQuestionDraft, ...words, kind: '单选题', right: ['A'] },
      })
    },
  }
  const taken = new Map<string, number>()
  for (const [path, write] of Object.entries(writes)) {
    const some = path === 'training.addQuestion' ? payloads : payloads.filter((_, n) => n % 8 === 0)
    const ended = await Promise.allSettled(some.map(write))
    taken.set(path, ended.filter(({ status }) => status === 'fulfilled').length)
  }
  return taken
}

/** Inputs of a command with a payload in each of its texts; none where it takes no text. */
function inputsOf(
  { input }: Procedure,
  idOf: (brand: string, n: number) => string,
  payloads: readonly string[],
  seed: number,
): string[] | undefined {
  let asked = false
  const texts: Texts = {
    between: (least, most) => {
      const fitting = payloads.filter(
        (payload) => payload.length >= least && payload.length <= most && !payload.includes('\0'),
      )
      asked ||= fitting.length > 0
      return fc.constantFrom(...(fitting.length > 0 ? fitting : ['学'.repeat(Math.max(1, least))]))
    },
    document: fc.constantFrom(...payloads).map((payload) => ({
      type: 'paragraph',
      content: [
        { type: 'text', text: payload },
        { type: 'text', text: '链接', marks: [{ type: 'link', attrs: { href: payload, onclick: payload } }] },
      ],
    })),
  }
  const inputs = validInput(input, idOf, texts)
  return asked ? fc.sample(inputs, { numRuns: EACH, seed }).map(written) : undefined
}
