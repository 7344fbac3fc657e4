import { z } from 'zod'
import { LocalDate, localDateOf, UnitId } from '@dangjian/domain/access'
import { coverage, SocietyCategory } from '@dangjian/domain/organisation'
import {
  countOf,
  PanoramaFilter,
  SocietyStanding,
  standingOf,
  sumWork,
  weeksOf,
  type WorkCount,
} from '@dangjian/domain/panorama'
import { WorkPlanId, type TaskId } from '@dangjian/domain/tasks'
import { sumHoursByCategory } from '@dangjian/db/panorama/hours-store'
import { countLearning } from '@dangjian/db/panorama/learning-store'
import { countParts } from '@dangjian/db/panorama/part-work-store'
import { listWorkInScope } from '@dangjian/db/panorama/work-store'
import { listUnitsAsOf } from '@dangjian/db/organisation/unit-history-store'
import { listPublishedYears } from '@dangjian/db/tasks/work-plan-store'
import { query } from '../trpc.ts'
import { findPlanInView, workScope, type PlanInView } from './plan-in-view.ts'

const Work = z.strictObject({
  total: z.int(),
  assigned: z.int(),
  accepted: z.int(),
  submitted: z.int(),
  returned: z.int(),
  closed: z.int(),
  overdue: z.int(),
})

/**
 * The association, or a society, on one page (全景图): plan, work, organisation, training, cut by one filter that holds
 * for all of it. Every figure is the length of a list that `list-work`, `list-learners` or a list of societies gives.
 */
export const showPanorama = query({
  permission: 'panorama.show-panorama',
  kept: 'report',
  input: z.strictObject({
    /** `own`: the one that one acts for. So a page can ask before it knows who is signed in. */
    unitId: z.union([UnitId, z.literal('own')]),
    year: z.int().min(2000).max(2100).optional(),
    filter: PanoramaFilter.default({}),
  }),
  output: z.strictObject({
    today: LocalDate,
    years: z.array(z.int()),
    plan: z.strictObject({ id: WorkPlanId, year: z.int(), title: z.string(), tasks: z.int() }).nullable(),
    work: Work,
    sections: z.array(
      z.strictObject({
        index: z.int(),
        number: z.string(),
        title: z.string(),
        items: z.array(
          z.strictObject({
            index: z.int(),
            number: z.int(),
            title: z.string(),
            clauses: z.array(z.strictObject({ id: z.string(), text: z.string(), answered: z.boolean() })),
            tasks: z.int(),
            work: Work,
          }),
        ),
      }),
    ),
    coverage: z.array(
      z.strictObject({
        category: SocietyCategory,
        tier: z.union([z.literal(1), z.literal(2), z.literal(3)]),
        societies: z.int(),
        covered: z.int(),
      }),
    ),
    societies: z.array(
      z.strictObject({
        id: UnitId,
        name: z.string(),
        category: SocietyCategory.nullable(),
        standing: SocietyStanding,
      }),
    ),
    parts: z.array(
      z.strictObject({
        tier: z.union([z.literal(2), z.literal(3)]),
        total: z.int(),
        accepted: z.int(),
        returned: z.int(),
      }),
    ),
    training: z.array(
      z.strictObject({
        category: SocietyCategory,
        concerned: z.int(),
        begun: z.int(),
        passed: z.int(),
        hours: z.number(),
      }),
    ),
    weeks: z.array(z.strictObject({ weekOn: LocalDate, due: z.int(), done: z.int() })),
  }),
  target: ({ input, actor }) => {
    const unitId = input.unitId === 'own' ? actor.grant?.unitId : input.unitId
    return unitId ? { unitId } : null
  },
  run: async ({ db, input: { year, filter }, target: { unitId }, today }) => {
    const view = await findPlanInView(db, year, today)
    const units = await listUnitsAsOf(db, unitId, null)
    const learning = await learningIn(view)
    const work = view ? await workIn(view) : null
    return {
      today,
      years: await listPublishedYears(db),
      plan: view && {
        id: view.plan.id,
        year: view.plan.year,
        title: view.plan.title,
        tasks: work?.byTask.size ?? 0,
      },
      work: sumWork(work?.counts ?? []),
      sections: view ? sectionsOf(view, filter, work?.byTask ?? new Map()) : [],
      coverage: coverage(units)
        .filter(({ category }) => filter.category === undefined || category === filter.category)
        .map(({ category, tier, societies, covered }) => ({ category, tier, societies, covered })),
      societies: units
        .filter(
          ({ kind, state, category }) =>
            kind === 'society' &&
            (state === 'active' || state === 'suspended') &&
            (filter.category === undefined || category === filter.category),
        )
        .map(({ id, name, category }) => ({
          id,
          name,
          category,
          standing: standingOf(sumWork(work?.byUnit.get(id) ?? [])),
        })),
      parts: work?.parts ?? [],
      training: learning,
      weeks: work?.weeks ?? [],
    }

    async function workIn(shown: PlanInView) {
      const scope = workScope(shown, filter, unitId)
      const work = (await listWorkInScope(db, scope)).map((row) => ({ ...row, ...countOf(row, today) }))
      const parts = await countParts(db, scope)
      return {
        counts: work,
        byTask: groupBy(work, ({ taskId }) => taskId),
        byUnit: groupBy(work, (each) => each.unitId),
        parts: ([2, 3] as const).map((tier) => {
          const own = parts.filter((each) => each.tier === tier)
          const count = (state: string): number => own.find((each) => each.state === state)?.count ?? 0
          const total = own.reduce((sum, each) => sum + each.count, 0)
          return { tier, total, accepted: count('accepted'), returned: count('returned') }
        }),
        weeks: weeksOf(
          work.map(({ dueOn }) => dueOn),
          work.filter(({ state }) => state === 'closed').map(({ stateAt }) => localDateOf(stateAt)),
          shown.plan.year,
        ),
      }
    }

    async function learningIn(shown: PlanInView | null) {
      const counts = shown ? await countLearning(db, { ...workScope(shown, filter, unitId), day: today }) : []
      const cycle = view?.plan.year ?? Number(today.slice(0, 4))
      const hours = await sumHoursByCategory(db, { beneath: unitId, category: filter.category, cycle })
      return SocietyCategory.options
        .filter((category) => filter.category === undefined || category === filter.category)
        .map((category) => {
          const own = counts.find((each) => each.category === category)
          const earned = hours.find((each) => each.category === category)?.hours ?? 0
          return {
            category,
            concerned: own?.concerned ?? 0,
            begun: own?.begun ?? 0,
            passed: own?.passed ?? 0,
            hours: earned,
          }
        })
    }
  },
})

/** The plan's sections and items that the filter leaves; a task that answers several items counts in each of them. */
function sectionsOf(view: PlanInView, filter: PanoramaFilter, byTask: ReadonlyMap<TaskId, readonly WorkCount[]>) {
  return view.plan.outline.sections.flatMap((section, index) => {
    if (filter.section !== undefined && filter.section !== index) return []
    const items = view.items
      .filter((each) => each.sectionIndex === index && (filter.item === undefined || each.index === filter.item))
      .map((each) => ({
        index: each.index,
        number: each.item.number,
        title: each.item.title,
        clauses: each.item.clauses.map(({ id, text }) => ({ id, text, answered: each.answered.has(id) })),
        tasks: each.taskIds.length,
        work: sumWork(each.taskIds.flatMap((id) => byTask.get(id) ?? [])),
      }))
    return items.length > 0 ? [{ index, number: section.number, title: section.title, items }] : []
  })
}

function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
