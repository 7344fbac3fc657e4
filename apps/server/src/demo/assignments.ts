import type { Services } from '@dangjian/api/context'
import { insertAssignmentEvents } from '@dangjian/db/tasks/assignment-store'
import { findTask } from '@dangjian/db/tasks/task-store'
import type { Assignment, Task, TaskId } from '@dangjian/domain/tasks'
import { drawFate, drawHistory, type Fate, type HistoryRows } from './assignment-history.ts'
import { makeDemoContents, type DemoContent } from './assignment-evidence.ts'
import { tellDemoSociety } from './assignment-story.ts'
import type { DemoOrganisation } from './organisation.ts'
import { SeededRandom } from './random.ts'

/** So many pieces of work wait for review. */
const WAITING = 26

/** What the societies did with the year's tasks; runs when the tasks have been given out. */
export async function seedAssignments(
  services: Services,
  organisation: DemoOrganisation,
  doneLongAgo: ReadonlySet<TaskId>,
): Promise<void> {
  const { read } = services.storage
  const [random, randomLongAgo] = [new SeededRandom(20_260_303), new SeededRandom(20_260_105)]
  const contents = await makeDemoContents()
  const reviewerId = organisation.accounts.plan
  if (!reviewerId) throw new Error('The demo has no reviewer')
  const assignments: Assignment[] = await read
    .selectFrom('assignment')
    .selectAll()
    .where('state', '=', 'assigned')
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
  const tasks = new Map<TaskId, Task>()
  for (const { taskId } of assignments) {
    const task = tasks.get(taskId) ?? (await findTask(read, taskId))
    if (task) tasks.set(taskId, task)
  }
  const rows: HistoryRows = { assignments: [], events: [], evidence: [], files: [] }
  const options = { services, contents, reviewerId, reviewerUnitId: organisation.associationId }
  let waiting = 0
  for (const society of organisation.societies) {
    if (society.id === organisation.demoSociety.id) continue
    const diligence = random.next()
    for (const assignment of assignments.filter(({ unitId }) => unitId === society.id)) {
      const task = tasks.get(assignment.taskId)
      if (!task) continue
      if (doneLongAgo.has(task.id)) {
        drawHistory(rows, { ...options, random: randomLongAgo }, { assignment, task, society, fate: 'closed' })
        continue
      }
      let fate: Fate = drawFate(random, assignment.dueOn, services.clock(), diligence)
      if (waiting < WAITING && fate === 'working' && task.evidence.length > 0 && random.chance(0.12)) fate = 'submitted'
      // Whether training is met is for the learning records to say.
      if (task.training && fate !== 'untouched') fate = 'working'
      if (fate === 'submitted') waiting += 1
      drawHistory(rows, { ...options, random }, { assignment, task, society, fate })
    }
  }
  await write(services, rows)
  await tellDemoSociety(services, organisation, contents)
  await writeContents(services, contents)
}

/** Those that something names: what nobody shows is not left lying about. */
async function writeContents({ storage, files }: Services, contents: readonly DemoContent[]): Promise<void> {
  const rows = await storage.read.selectFrom('file').select('sha256').distinct().execute()
  const named = new Set(rows.map(({ sha256 }) => sha256))
  for (const { sha256, bytes } of contents) if (named.has(sha256)) await files.write(bytes)
}

/** All rows at once: through the procedures it would take minutes. */
async function write(services: Services, rows: HistoryRows): Promise<void> {
  await services.storage.transact(async (tx) => {
    for (const { id, rev, ...values } of rows.assignments) {
      await tx
        .updateTable('assignment')
        .set({ ...values, rev })
        .where('id', '=', id)
        .execute()
    }
    await insertAssignmentEvents(tx, rows.events)
    for (let from = 0; from < rows.files.length; from += 500) {
      await tx
        .insertInto('file')
        .values(rows.files.slice(from, from + 500))
        .execute()
    }
    for (let from = 0; from < rows.evidence.length; from += 500) {
      await tx
        .insertInto('evidence')
        .values(rows.evidence.slice(from, from + 500))
        .execute()
    }
  })
}
