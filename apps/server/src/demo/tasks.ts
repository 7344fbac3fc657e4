import { readFile } from 'node:fs/promises'
import type { Services } from '@dangjian/api/context'
import { localDateOf } from '@dangjian/domain/access'
import type { WorkPlanId } from '@dangjian/domain/tasks'
import { act } from './act.ts'
import type { DemoOrganisation } from './organisation.ts'
import { morningOf } from './working-day.ts'
import { demoTasksOf, type DemoTask } from './tasks-draft.ts'
import type { DemoTraining } from './training.ts'

/** Days ago on which the document was read, and tasks went out. */
const [READ, EARLY, LATE, DRAFTED] = [160, 150, 40, 6]
const CHOSEN = 24

/** The year's work points, read from an invented document; most of their tasks given out, some months ago and lately. */
export async function seedTasks(
  services: Services,
  organisation: DemoOrganisation,
  training: DemoTraining,
): Promise<WorkPlanId> {
  const personId = organisation.accounts.plan
  if (!personId) throw new Error('The demo has no plan officer')
  const now = services.clock()
  const today = localDateOf(now)
  const year = Number(today.slice(0, 4))
  const officer = (daysAgo: number) =>
    act(services, { personId, wearing: organisation.associationId }, morningOf(now, daysAgo))

  const written = await readFile(new URL('work-points.txt', import.meta.url), 'utf8')
  const text = written.replaceAll('{年}', `${chineseFigures(year)}年`)
  const title = `${year} 年学会党建工作要点`
  const { workPlanId } = await (await officer(READ)).tasks.createWorkPlan({ year, title, text })
  const { plan } = await (await officer(READ)).tasks.showWorkPlan({ workPlanId })

  const draftAll = async (tasks: readonly DemoTask[], daysAgo: number) => {
    for (const draft of tasks) await (await officer(daysAgo)).tasks.draftTask({ workPlanId, draft })
  }
  const publish = async (daysAgo: number) => {
    const shown = await (await officer(daysAgo)).tasks.showWorkPlan({ workPlanId })
    const drafts = shown.tasks.filter(({ state }) => state === 'draft').map(({ id, rev }) => ({ taskId: id, rev }))
    await (await officer(daysAgo)).tasks.publishWorkPlan({ workPlanId, rev: shown.plan.rev, tasks: drafts })
  }
  const { early, late, drafts } = demoTasksOf(
    plan.outline,
    today,
    organisation.societies.slice(0, CHOSEN).map(({ id }) => id),
    training,
  )
  await draftAll(early, EARLY)
  await publish(EARLY)
  await draftAll(late, LATE)
  await publish(LATE)
  await draftAll(drafts, DRAFTED)
  return workPlanId
}

function chineseFigures(year: number): string {
  return String(year).replace(/\d/g, (figure) => '〇一二三四五六七八九'[Number(figure)] as string)
}
