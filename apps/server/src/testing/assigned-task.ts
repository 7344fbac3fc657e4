import { v7 as uuidv7 } from 'uuid'
import type { PersonId, UnitId } from '@dangjian/domain/access'
import {
  openAssignment,
  type AssignmentId,
  type ClauseId,
  type Task,
  type TaskId,
  type WorkPlan,
  type WorkPlanId,
} from '@dangjian/domain/tasks'
import { insertAssignmentEvents, insertAssignments } from '@dangjian/db/tasks/assignment-store'
import { insertTask } from '@dangjian/db/tasks/task-store'
import { findWorkPlanOfYear, insertWorkPlan } from '@dangjian/db/tasks/work-plan-store'
import type { Storage } from '@dangjian/db/connection/storage'

const clauseId = uuidv7() as ClauseId
const text = '各学会党委每季度开展一次主题学习'

/** A published task with an assignment in each of some societies, for tests of what societies do with it. */
export async function assignTask(
  storage: Storage,
  by: PersonId,
  societies: readonly UnitId[],
  over: Partial<Task> = {},
  now = Date.now(),
): Promise<AssignmentId[]> {
  return storage.transact(async (tx) => {
    const plan = (await findWorkPlanOfYear(tx, 2026)) ?? planOf2026()
    if (plan.rev === 0) await insertWorkPlan(tx, { ...plan, rev: 1 }, by)
    const task: Task = {
      id: uuidv7() as TaskId,
      workPlanId: plan.id,
      title: '开展主题学习',
      kind: 'study',
      clauseIds: [clauseId],
      audience: { kind: 'all' },
      dueOn: '2026-12-15',
      evidence: [{ key: 'summary', label: '学习小结', kind: 'text' }],
      training: null,
      state: 'published',
      rev: 1,
      publishedAt: now,
      ...over,
    }
    await insertTask(tx, task)
    const assignments = societies.map((unitId) =>
      openAssignment({ id: uuidv7() as AssignmentId, taskId: task.id, unitId, dueOn: task.dueOn, now }),
    )
    await insertAssignments(tx, assignments)
    await insertAssignmentEvents(
      tx,
      assignments.map(({ id }) => ({
        id: uuidv7(),
        assignmentId: id,
        at: now,
        kind: 'opened' as const,
        personId: by,
        actingUnitId: null,
        text: '',
        detail: '{}',
      })),
    )
    return assignments.map(({ id }) => id)
  })
}

function planOf2026(): WorkPlan {
  const place = { start: 0, end: text.length }
  return {
    id: uuidv7() as WorkPlanId,
    year: 2026,
    title: '二〇二六年学会党建工作要点',
    sourceText: text,
    outline: {
      preamble: '',
      sections: [
        {
          number: '一、',
          title: '加强理论学习',
          ...place,
          items: [{ number: 1, title: '主题学习', ...place, clauses: [{ id: clauseId, text, ...place }] }],
        },
      ],
    },
    state: 'published',
    publishedAt: 0,
    rev: 0,
    updatedAt: 0,
  }
}
