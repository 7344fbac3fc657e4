import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { Post } from '@dangjian/domain/organisation'
import { AskingClause, CourseId, type CourseAssignmentId } from '@dangjian/domain/training'
import {
  insertCourseAssignments,
  saveCourseAssignmentsDue,
  saveCourseAssignmentsWithdrawn,
} from '@dangjian/db/training/course-assignment-store'
import type { Subscriber } from '../subscribers.ts'

/** What the tasks wing tells; the training wing reads of it what concerns courses. */
const WorkPlanPublished = z.object({
  tasks: z.array(
    z.object({
      taskId: z.uuid(),
      taskTitle: z.string(),
      clauses: z.array(z.object(AskingClause.shape)),
      dueOn: LocalDate,
      training: z.object({ courseId: CourseId, posts: z.array(Post) }).nullable(),
      societyIds: z.array(UnitId),
    }),
  ),
})

/** A task that training answers gives its course to the posts it names, in every society that it went out to. */
export const onWorkPlanPublished: Subscriber = async (body, { db, newId }) => {
  for (const { training, societyIds, taskId, taskTitle, clauses, dueOn } of WorkPlanPublished.parse(body).tasks) {
    if (!training) continue
    const { courseId, posts } = training
    await insertCourseAssignments(
      db,
      societyIds.flatMap((societyId) =>
        posts.map((post) => ({
          id: newId<CourseAssignmentId>(),
          courseId,
          societyId,
          post,
          taskId,
          taskTitle,
          clauses,
          dueOn,
          withdrawnAt: null,
        })),
      ),
    )
  }
}

const TaskExtended = z.object({ taskId: z.uuid(), dueOn: LocalDate })

/** A task that was put off is due later for its learners too. */
export const onTaskExtended: Subscriber = async (body, { db }) => {
  const { taskId, dueOn } = TaskExtended.parse(body)
  await saveCourseAssignmentsDue(db, taskId, dueOn)
}

const TaskWithdrawn = z.object({ taskId: z.uuid(), societyIds: z.array(UnitId).nullable() })

/** A task that was taken back asks nothing any more; what was begun may be finished. */
export const onTaskWithdrawn: Subscriber = async (body, { db, now }) => {
  const { taskId, societyIds } = TaskWithdrawn.parse(body)
  await saveCourseAssignmentsWithdrawn(db, taskId, societyIds, now)
}
