import { PanoramaFilter, quarterSpan } from '@dangjian/domain/panorama'
import type { LocalDate, UnitId } from '@dangjian/domain/access'
import { yearShown, type ClauseId, type PlanItem, type Task, type TaskId, type WorkPlan } from '@dangjian/domain/tasks'
import type { Db } from '@dangjian/db/database'
import type { WorkScope } from '@dangjian/db/panorama/work-store'
import { listTasks } from '@dangjian/db/tasks/task-store'
import { findWorkPlanOfYear, listPublishedYears } from '@dangjian/db/tasks/work-plan-store'

/** An item of the plan with the tasks that went out for its clauses. */
export interface ItemInView {
  readonly sectionIndex: number
  /** Its place through the whole plan. */
  readonly index: number
  readonly item: PlanItem
  readonly taskIds: readonly TaskId[]
  readonly answered: ReadonlySet<ClauseId>
}

/** A published plan as a panorama sees it: drafts do not exist here. */
export interface PlanInView {
  readonly plan: WorkPlan
  readonly tasks: readonly Task[]
  readonly items: readonly ItemInView[]
}

/** The published plan of a year. Where none is named, that of the year it is, or else of the latest that has one. */
export async function findPlanInView(db: Db, year: number | undefined, today: LocalDate): Promise<PlanInView | null> {
  const chosen = year ?? yearShown(await listPublishedYears(db), Number(today.slice(0, 4)))
  const plan = chosen === undefined ? undefined : await findWorkPlanOfYear(db, chosen)
  if (plan?.state !== 'published') return null
  const tasks = (await listTasks(db, plan.id)).filter(({ state }) => state === 'published')
  const items = plan.outline.sections
    .flatMap((section, sectionIndex) => section.items.map((item) => ({ sectionIndex, item })))
    .map(({ sectionIndex, item }, index): ItemInView => {
      const clauseIds = new Set(item.clauses.map(({ id }) => id))
      const own = tasks.filter((task) => task.clauseIds.some((id) => clauseIds.has(id)))
      return {
        sectionIndex,
        index,
        item,
        taskIds: own.map(({ id }) => id),
        answered: new Set(own.flatMap((task) => task.clauseIds.filter((id) => clauseIds.has(id)))),
      }
    })
  return { plan, tasks, items }
}

/** The study cycle that goes with it: the plan's year, or the present one where there is no plan. */
export async function cycleInView(db: Db, year: number | undefined, today: LocalDate): Promise<number> {
  const published = await listPublishedYears(db)
  const thisYear = Number(today.slice(0, 4))
  const chosen = year ?? yearShown(published, thisYear)
  return chosen !== undefined && published.includes(chosen) ? chosen : thisYear
}

/** Which assignments a filter leaves, at or beneath a unit. */
export function workScope(view: PlanInView, filter: PanoramaFilter, beneath: UnitId): WorkScope {
  const { section, item, category, quarter } = filter
  const items = view.items.filter(
    (each) => (section === undefined || each.sectionIndex === section) && (item === undefined || each.index === item),
  )
  const cut = section !== undefined || item !== undefined
  const span = quarter === undefined ? undefined : quarterSpan(view.plan.year, quarter)
  return {
    beneath,
    taskIds: cut ? [...new Set(items.flatMap(({ taskIds }) => taskIds))] : view.tasks.map(({ id }) => id),
    category,
    dueFromOn: span?.fromOn,
    dueBeforeOn: span?.beforeOn,
  }
}
