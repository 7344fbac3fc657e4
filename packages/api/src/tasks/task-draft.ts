import type { Decision, LocalDate } from '@dangjian/domain/access'
import { clausesOf, draftTask, Task, type Audience, type TaskRefusal } from '@dangjian/domain/tasks'
import { listAudienceUnits } from '@dangjian/db/tasks/reach-store'
import { findWorkPlan } from '@dangjian/db/tasks/work-plan-store'
import type { Db } from '@dangjian/db/database'
import { findCourseNamed } from '../published-course.ts'
import { notFound } from '../trpc.ts'

/** What people say of a task; the rest is the system's. */
export const TaskDraft = Task.pick({
  title: true,
  kind: true,
  clauseIds: true,
  audience: true,
  dueOn: true,
  evidence: true,
  training: true,
})

/** The rule of a draft with what it has to know of the plan, of the societies chosen and of the course. */
export async function decideDraft(db: Db, task: Task, today: LocalDate): Promise<Decision<Task, TaskRefusal>> {
  const plan = (await findWorkPlan(db, task.workPlanId)) ?? notFound()
  await demandSocieties(db, task.audience)
  const course = task.training && (await findCourseNamed(db, task.training.courseId))
  return draftTask(
    task,
    {
      planClauses: new Set(clausesOf(plan.outline).map(({ id }) => id)),
      courseStands: task.training === null || course?.published === true,
    },
    today,
  )
}

/** Chosen units are societies, or do not exist for a task. */
export async function demandSocieties(db: Db, audience: Audience): Promise<void> {
  if (audience.kind !== 'chosen') return
  const societies = new Set<string>(
    (await listAudienceUnits(db)).filter(({ kind }) => kind === 'society').map(({ id }) => id),
  )
  if (audience.unitIds.some((id) => !societies.has(id))) notFound()
}
