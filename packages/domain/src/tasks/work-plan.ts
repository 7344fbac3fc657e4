import { z } from 'zod'
import { idSchema } from '../access/id.ts'
import { Instant } from '../access/time.ts'

export const WorkPlanId = idSchema('WorkPlanId')
export type WorkPlanId = z.infer<typeof WorkPlanId>
export const ClauseId = idSchema('ClauseId')
export type ClauseId = z.infer<typeof ClauseId>

/** UTF-16 units in the plan's source text. */
const Place = { start: z.int().nonnegative(), end: z.int().nonnegative() }

export const PlanClause = z.strictObject({ id: ClauseId, text: z.string().max(4000), ...Place })
export type PlanClause = z.infer<typeof PlanClause>

export const PlanItem = z.strictObject({
  number: z.int().min(0).max(999),
  title: z.string().max(400),
  ...Place,
  clauses: z.array(PlanClause).max(200),
})
export type PlanItem = z.infer<typeof PlanItem>

export const PlanSection = z.strictObject({
  number: z.string().max(20),
  title: z.string().max(400),
  ...Place,
  items: z.array(PlanItem).max(200),
})
export type PlanSection = z.infer<typeof PlanSection>

/** The outline as people mended it. Clauses keep their ids through every edit, so that tasks go on answering them. */
export const PlanOutline = z.strictObject({
  preamble: z.string().max(20_000),
  sections: z.array(PlanSection).max(50),
})
export type PlanOutline = z.infer<typeof PlanOutline>

export const WorkPlanState = z.enum(['draft', 'published'])
export type WorkPlanState = z.infer<typeof WorkPlanState>

/** A year's work plan (年度工作计划): the work points of one document, from which tasks are made. */
export const WorkPlan = z.strictObject({
  id: WorkPlanId,
  year: z.int().min(2000).max(2100),
  title: z.string().trim().min(1).max(200),
  sourceText: z.string(),
  outline: PlanOutline,
  state: WorkPlanState,
  publishedAt: Instant.nullable(),
  rev: z.int(),
  updatedAt: Instant,
})
export type WorkPlan = z.infer<typeof WorkPlan>

/** All clauses of an outline in order, each with where it stands. */
export function clausesOf(outline: PlanOutline): (PlanClause & { section: PlanSection; item: PlanItem })[] {
  return outline.sections.flatMap((section) =>
    section.items.flatMap((item) => item.clauses.map((clause) => ({ ...clause, section, item }))),
  )
}

/** The year that is shown where none is named: the present one where it has a published plan, else the latest that has. */
export function yearShown(published: readonly number[], thisYear: number): number | undefined {
  return published.includes(thisYear) ? thisYear : published.toSorted((a, b) => b - a)[0]
}
