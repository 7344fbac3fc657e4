import { z } from 'zod'
import { LocalDate } from '@dangjian/domain/access'
import { publishTask, TaskId, WorkPlanId } from '@dangjian/domain/tasks'
import { listTasks } from '@dangjian/db/tasks/task-store'
import { query } from '../trpc.ts'
import { associationOfPlan } from './plan-target.ts'
import { ReachedSociety, reachesOf } from './reach.ts'

/** What publishing a plan would do now: each draft, whom it reaches, and what holds it back. */
export const previewPublication = query({
  permission: 'tasks.preview-publication',
  input: z.strictObject({ workPlanId: WorkPlanId }),
  output: z.strictObject({
    tasks: z.array(
      z.strictObject({
        taskId: TaskId,
        rev: z.int(),
        title: z.string(),
        dueOn: LocalDate,
        societies: z.array(ReachedSociety),
        people: z.int().nullable(),
        refusal: z.enum(['task-due-in-past', 'task-reaches-nobody']).nullable(),
      }),
    ),
    /** Societies that get at least one task. */
    societies: z.int(),
    assignments: z.int(),
  }),
  target: associationOfPlan,
  run: async ({ db, input, today, now }) => {
    const drafts = (await listTasks(db, input.workPlanId)).filter(({ state }) => state === 'draft')
    const reaches = await reachesOf(db, drafts, today)
    const tasks = drafts.map((task, index) => {
      const { societies, people } = reaches[index]!
      const decision = publishTask(task, societies.length, today, now)
      return {
        taskId: task.id,
        rev: task.rev,
        title: task.title,
        dueOn: task.dueOn,
        societies: [...societies],
        people,
        refusal: decision.ok ? null : (decision.refusal as 'task-due-in-past' | 'task-reaches-nobody'),
      }
    })
    return {
      tasks,
      societies: new Set(tasks.flatMap(({ societies }) => societies.map(({ id }) => id))).size,
      assignments: tasks.reduce((sum, { societies }) => sum + societies.length, 0),
    }
  },
})
