import type { Task, WorkPlanId } from '@dangjian/domain/tasks'
import type { Visitor } from './test-server.ts'

/** A work-points text of few words, for tests: two sections, three items, six clauses. */
export const yearText = `二〇二六年学会党建工作要点

各学会党委：
今年的工作要点如下。

一、理论学习
1．办好读书班；每季度集中学习一
次；年底交流心得。
2．讲好党课；书记每年至少讲一次党课。

二、组织建设
3．健全三层组织。
`

export type DraftInput = Pick<Task, 'title' | 'kind' | 'clauseIds' | 'audience' | 'dueOn' | 'evidence' | 'training'>

/** A draft for these clauses that needs nothing more to be given out. */
export function draftOf(clauseIds: Task['clauseIds'], over: Partial<DraftInput> = {}): DraftInput {
  return {
    title: '办好读书班',
    kind: 'study',
    clauseIds,
    audience: { kind: 'all' },
    dueOn: '2026-12-15',
    evidence: [{ key: 'e1', label: '学习小结', kind: 'text' }],
    training: null,
    ...over,
  }
}

/** Makes the plan of a year, and answers it as it then is. */
export async function createYear(visitor: Visitor, year: number, text = yearText) {
  const title = `${year} 年学会党建工作要点`
  const { workPlanId } = await visitor.api.tasks.createWorkPlan.mutate({ year, title, text })
  return showYear(visitor, workPlanId)
}

export async function showYear(visitor: Visitor, workPlanId: WorkPlanId) {
  const { plan, tasks } = await visitor.api.tasks.showWorkPlan.query({ workPlanId })
  const clauseIds = plan.outline.sections.flatMap(({ items }) =>
    items.flatMap(({ clauses }) => clauses.map(({ id }) => id)),
  )
  return { plan, tasks, clauseIds }
}
