import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@dangjian/api/router'
import type { ClauseId, TaskState, WorkPlanState } from '@dangjian/domain/tasks'
import type { Tone } from '@dangjian/ui/tokens'

type Outputs = inferRouterOutputs<AppRouter>['tasks']
export type WorkPlanRow = Outputs['listWorkPlans']['rows'][number]
export type ShownPlan = Outputs['showWorkPlan']
export type PlanTask = ShownPlan['tasks'][number]
export type ShownTask = Outputs['showTask']
export type TaskAssignmentRow = Outputs['listTaskAssignments']['rows'][number]
export type Publication = Outputs['previewPublication']
export type ReachedSociety = Outputs['previewReach']['societies'][number]

export const planTone: Readonly<Record<WorkPlanState, Tone>> = { draft: 'attention', published: 'good' }
export const taskTone: Readonly<Record<TaskState, Tone>> = {
  draft: 'attention',
  published: 'good',
  withdrawn: 'closed',
}

/** Which tasks answer each clause; withdrawn ones answer nothing. */
export function tasksByClause(tasks: readonly PlanTask[]): Map<ClauseId, PlanTask[]> {
  const answered = new Map<ClauseId, PlanTask[]>()
  for (const task of tasks) {
    if (task.state === 'withdrawn') continue
    for (const id of task.clauseIds) answered.set(id, [...(answered.get(id) ?? []), task])
  }
  return answered
}

/** How far a task has come in the societies. */
export function progressOf(task: PlanTask): { closed: number; total: number; overdue: number } {
  const standing = task.counts.filter(({ state }) => state !== 'withdrawn')
  const sum = (counts: typeof standing, of: 'count' | 'overdue') => counts.reduce((all, each) => all + each[of], 0)
  return {
    closed: sum(
      standing.filter(({ state }) => state === 'closed'),
      'count',
    ),
    total: sum(standing, 'count'),
    overdue: sum(standing, 'overdue'),
  }
}
