import { z } from 'zod'
import { SocietyCategory } from '@dangjian/domain/organisation'
import { AssignmentState, isOverdue, TaskId, WorkPlanId } from '@dangjian/domain/tasks'
import { listAssignmentsOfTask } from '@dangjian/db/tasks/task-assignment-store'
import { findTask } from '@dangjian/db/tasks/task-store'
import { findWorkPlan } from '@dangjian/db/tasks/work-plan-store'
import { notFound, query } from '../trpc.ts'
import { ClauseWords, clauseWordsOf } from './clause-words.ts'
import { readersOfTask } from './plan-target.ts'
import { CourseShown, courseShown, TaskShown, taskShown } from './task-shown.ts'

const Standing = z.strictObject({
  category: SocietyCategory.nullable(),
  state: AssignmentState,
  count: z.int(),
  overdue: z.int(),
})

/** A task with the words it answers, and how it stands by category and state among the societies one may see. */
export const showTask = query({
  permission: 'tasks.show-task',
  input: z.strictObject({ taskId: TaskId }),
  output: z.strictObject({
    task: TaskShown,
    course: CourseShown.nullable(),
    plan: z.strictObject({ id: WorkPlanId, year: z.int(), title: z.string() }),
    clauses: z.array(ClauseWords),
    standing: z.array(Standing),
  }),
  target: readersOfTask,
  run: async ({ db, input, actor, today }) => {
    const task = (await findTask(db, input.taskId)) ?? notFound()
    const plan = (await findWorkPlan(db, task.workPlanId)) ?? notFound()
    const beneath = actor.grant?.unitId ?? notFound()
    const groups = new Map<string, z.infer<typeof Standing>>()
    for (const assignment of await listAssignmentsOfTask(db, task.id, beneath)) {
      const { category, state } = assignment
      const group = groups.get(`${category} ${state}`) ?? { category, state, count: 0, overdue: 0 }
      group.count += 1
      if (isOverdue(assignment, today)) group.overdue += 1
      groups.set(`${category} ${state}`, group)
    }
    return {
      task: taskShown(task),
      course: await courseShown(db, task.training),
      plan: { id: plan.id, year: plan.year, title: plan.title },
      clauses: (await clauseWordsOf(db, [task.id])).get(task.id) ?? [],
      standing: [...groups.values()],
    }
  },
})
