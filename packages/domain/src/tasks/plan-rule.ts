import { allow, refuse, type Decision } from '../access/decision.ts'
import type { Instant } from '../access/time.ts'
import { clausesOf, type PlanOutline, type WorkPlan } from './work-plan.ts'

export type WorkPlanRefusal =
  | 'plan-year-taken'
  | 'clause-has-tasks'
  | 'clause-doubled'
  | 'outline-not-of-text'
  | 'plan-already-published'
  | 'plan-nothing-to-publish'

/**
 * Saves a mended outline: every part lies in the document's text, no clause stands twice, and a clause that tasks
 * answer is still there.
 */
export function mendWorkPlan(
  plan: WorkPlan,
  to: { readonly title: string; readonly outline: PlanOutline },
  answered: ReadonlySet<string>,
  now: Instant,
): Decision<WorkPlan, WorkPlanRefusal> {
  const clauses = clausesOf(to.outline)
  const ids = new Set<string>(clauses.map(({ id }) => id))
  if (ids.size < clauses.length) return refuse('clause-doubled')
  const places = [...to.outline.sections, ...to.outline.sections.flatMap(({ items }) => items), ...clauses]
  if (places.some(({ start, end }) => start > end || end > plan.sourceText.length)) return refuse('outline-not-of-text')
  const lost = clausesOf(plan.outline).find(({ id }) => answered.has(id) && !ids.has(id))
  if (lost) return refuse('clause-has-tasks', { text: abridged(lost.text) })
  return allow({ ...plan, ...to, rev: plan.rev + 1, updatedAt: now })
}

/** A plan that never went out may go, with its drafts. */
export function dropWorkPlan(plan: WorkPlan): Decision<WorkPlan, WorkPlanRefusal> {
  return plan.state === 'draft' ? allow(plan) : refuse('plan-already-published')
}

/** Gives the plan out with some of its tasks; again whenever there are new ones. */
export function publishWorkPlan(plan: WorkPlan, tasks: number, now: Instant): Decision<WorkPlan, WorkPlanRefusal> {
  if (tasks === 0) return refuse('plan-nothing-to-publish')
  return allow({
    ...plan,
    state: 'published',
    publishedAt: plan.publishedAt ?? now,
    rev: plan.rev + 1,
    updatedAt: now,
  })
}

function abridged(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}
