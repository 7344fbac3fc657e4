import { createHash, randomUUID } from 'node:crypto'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { addDays, localDateOf } from '@dangjian/domain/access'
import { tableExport } from '@dangjian/formats/organisation/table-export'
import { signInClient, type Client } from '../../harness/client.ts'
import { startServerProcess } from '../../harness/server-process.ts'
import type { Place } from '../backup/operate.ts'
import { publishQuizCourse, type QuizCourse } from '../quiz-course.ts'

/** What is done and killed at: a command of a person's, as `jobs-process.ts` of the server reads it. */
interface Command {
  readonly username: string
  readonly procedure: string
  readonly input: unknown
}

export interface JobsWork {
  /** Where the clock stands while it is done: the attempts' time is over. */
  readonly at: number
  readonly commands: readonly Command[]
}

const LEARNERS = ['learner', 'cadre', 'society'] as const
const QUESTIONS = 3
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * Leaves an installation with work of each kind to be done: two imports and a plan that somebody confirms, attempts whose
 * time will be over (which makes certificates and hours, and counts for a task), and a file that belongs to nobody.
 */
export async function prepareJobs(place: Place): Promise<JobsWork> {
  const server = await startServerProcess(place)
  try {
    const [plan, trainer, society, ...learners] = await Promise.all(
      ['plan', 'trainer', 'society', ...LEARNERS].map((name) => signInClient(server.url, name)),
    )
    if (!plan || !trainer || !society) throw new Error('Nobody signed in.')
    const course = await publishQuizCourse(trainer, {
      title: '中断也不乱',
      texts: 0,
      questions: QUESTIONS,
      minutes: 60,
      shuffled: false,
    })
    for (const learner of learners) await leaveAttemptOpen(learner, course)
    const commands = [
      await societyImport(plan),
      await questionImport(trainer),
      await publication(plan, society, course),
    ]
    await leaveOrphan(place.dataDir)
    return { at: Date.now() + 2 * HOUR_MS, commands }
  } finally {
    await server.stop()
  }
}

/** Begins the quiz, answers all of it rightly, and goes away. */
async function leaveAttemptOpen({ api }: Client, { courseId, quizId }: QuizCourse): Promise<void> {
  const device = 'proof-of-jobs'
  const { enrolmentId } = await api.training.enrol.mutate({ courseId })
  const { attemptId } = await api.training.startAttempt.mutate({ enrolmentId, lessonId: quizId, device })
  const { questions } = await api.training.showAttempt.query({ attemptId, device })
  for (const [slot, { asked }] of questions.entries()) {
    // The n-th question asks for the number before n.
    const written = String(Number(/\d+/.exec(JSON.stringify(asked.stem))?.[0]) - 1)
    await api.training.saveAnswer.mutate({ attemptId, device, slot, response: { written }, seq: 1 })
  }
}

async function unitOf({ api }: Client) {
  const session = await api.access.session.query()
  const unitId = session.signedIn ? session.grants[0]?.unitId : undefined
  if (!unitId) throw new Error('The demo account acts for no unit.')
  return unitId
}

async function uploadTable(client: Client, rows: readonly (readonly (string | number)[])[]): Promise<string> {
  const { content, mediaType } = await tableExport(rows, 'xlsx', '表')
  const file = new Blob([Buffer.from(content)], { type: mediaType })
  return client.upload('表.xlsx', file, randomUUID(), 'import')
}

async function societyImport(plan: Client): Promise<Command> {
  const rows = Array.from({ length: 4 }, (_, n) => [`ZJ-${n}`, `中断第${n + 1}学会`, '理科', n + 1])
  const fileId = await uploadTable(plan, [['编码', '名称', '类别', '序号'], ...rows])
  const input = { unitId: await unitOf(plan), fileId }
  return { username: 'plan', procedure: 'organisation.confirmSocietyImport', input }
}

async function questionImport(trainer: Client): Promise<Command> {
  const unitId = await unitOf(trainer)
  const { bankId } = await trainer.api.training.createBank.mutate({ unitId, title: '中断的题库' })
  const text = Array.from({ length: 3 }, (_, n) => `${n} 是偶数吗？ {${n % 2 === 0 ? 'T' : 'F'}}\n`).join('\n')
  const fileId = await trainer.upload('题目.gift', text, randomUUID(), 'import')
  return { username: 'trainer', procedure: 'training.confirmQuestionImport', input: { bankId, fileId } }
}

/** A task for one society that is met when its people have passed the course. */
async function publication(plan: Client, society: Client, { courseId }: QuizCourse): Promise<Command> {
  const { rows } = await plan.api.tasks.listWorkPlans.query({})
  const workPlanId = rows[0]?.id
  if (!workPlanId) throw new Error('The demo has no work plan.')
  const { plan: standing } = await plan.api.tasks.showWorkPlan.query({ workPlanId })
  const clause = standing.outline.sections[0]?.items[0]?.clauses[0]
  if (!clause) throw new Error('The demo’s work plan has no clause.')
  const { taskId } = await plan.api.tasks.draftTask.mutate({
    workPlanId,
    draft: {
      title: '学完这门课',
      kind: 'study',
      clauseIds: [clause.id],
      audience: { kind: 'chosen', unitIds: [await unitOf(society)] },
      dueOn: addDays(localDateOf(Date.now()), 10),
      evidence: [],
      training: { courseId, posts: ['secretary', 'cadre'], share: 1 },
    },
  })
  const shown = await plan.api.tasks.showWorkPlan.query({ workPlanId })
  const tasks = shown.tasks.filter(({ id }) => id === taskId).map(({ id, rev }) => ({ taskId: id, rev }))
  const input = { workPlanId, rev: shown.plan.rev, tasks }
  return { username: 'plan', procedure: 'tasks.publishWorkPlan', input }
}

/** Content that no row names, seen as such for longer than its grace lasts. */
async function leaveOrphan(dataDir: string): Promise<void> {
  const content = '无人认领'
  const name = createHash('sha256').update(content).digest('hex')
  const folder = path.join(dataDir, 'files', name.slice(0, 2))
  const monthAgo = Date.now() - 30 * DAY_MS
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, name), content)
  await utimes(path.join(folder, name), monthAgo / 1000, monthAgo / 1000)
  await writeFile(path.join(dataDir, 'files', '.orphans.json'), JSON.stringify({ [name]: monthAgo }))
}
