import { readFile } from 'node:fs/promises'
import type { Services } from '@dangjian/api/context'
import { daysBetween, localDateOf } from '@dangjian/domain/access'
import type { TaskId } from '@dangjian/domain/tasks'
import { act } from './act.ts'
import type { DemoOrganisation } from './organisation.ts'
import { morningOf } from './working-day.ts'
import { demoTasksOf, type DemoTask } from './tasks-draft.ts'
import type { DemoTraining } from './training.ts'

/** Days ago on which tasks went out. */
const [EARLY, LATE, DRAFTED] = [150, 40, 6]
/** A plan goes out on the first day of its year; in a year younger than this, in the last days of the one before. */
const PLAN_AGE = 14
const CHOSEN = 24

/**
 * The year's work points, read from an invented document; most of their tasks given out, from the year's beginning until
 * lately. Answers those that went out with the plan itself: they were done long ago.
 */
export async function seedTasks(
  services: Services,
  organisation: DemoOrganisation,
  training: DemoTraining,
): Promise<ReadonlySet<TaskId>> {
  const personId = organisation.accounts.plan
  if (!personId) throw new Error('The demo has no plan officer')
  const now = services.clock()
  const today = localDateOf(now)
  const year = Number(today.slice(0, 4))
  const opened = Math.max(PLAN_AGE, daysBetween(`${year}-01-01`, today))
  const officer = (daysAgo: number) =>
    act(services, { personId, wearing: organisation.associationId }, morningOf(now, daysAgo))

  const written = await readFile(new URL('work-points.txt', import.meta.url), 'utf8')
  const text = written.replaceAll('{年}', `${chineseFigures(year)}年`)
  const title = `${year} 年学会党建工作要点`
  const { workPlanId } = await (await officer(opened)).tasks.createWorkPlan({ year, title, text })
  const { plan } = await (await officer(opened)).tasks.showWorkPlan({ workPlanId })

  const draftAll = async (tasks: readonly DemoTask[], daysAgo: number) => {
    const ids: TaskId[] = []
    for (const draft of tasks) ids.push((await (await officer(daysAgo)).tasks.draftTask({ workPlanId, draft })).taskId)
    return ids
  }
  const publish = async (daysAgo: number) => {
    const shown = await (await officer(daysAgo)).tasks.showWorkPlan({ workPlanId })
    const drafts = shown.tasks.filter(({ state }) => state === 'draft').map(({ id, rev }) => ({ taskId: id, rev }))
    await (await officer(daysAgo)).tasks.publishWorkPlan({ workPlanId, rev: shown.plan.rev, tasks: drafts })
  }
  const { opening, early, late, drafts } = demoTasksOf(
    plan.outline,
    today,
    organisation.societies.slice(0, CHOSEN).map(({ id }) => id),
    training,
  )
  const doneLongAgo = await draftAll(opening, opened)
  await publish(opened)
  for (const [tasks, daysAgo] of [
    [early, EARLY],
    [late, LATE],
  ] as const) {
    await draftAll(tasks, Math.min(daysAgo, opened))
    await publish(Math.min(daysAgo, opened))
  }
  await draftAll(drafts, DRAFTED)
  return new Set(doneLongAgo)
}

function chineseFigures(year: number): string {
  return String(year).replace(/\d/g, (figure) => '〇一二三四五六七八九'[Number(figure)] as string)
}
