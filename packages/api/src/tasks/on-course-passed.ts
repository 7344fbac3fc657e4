import { z } from 'zod'
import { Instant, localDateOf, PersonId } from '@dangjian/domain/access'
import { isTrainingMet, TaskCourseId } from '@dangjian/domain/tasks'
import { hasAssignmentEvent, listAssignmentsAnswered } from '@dangjian/db/tasks/assignment-store'
import { insertTrainingEvidence } from '@dangjian/db/tasks/evidence-store'
import { findTask } from '@dangjian/db/tasks/task-store'
import type { Subscriber } from '../subscribers.ts'
import { tell } from './assignment-step.ts'
import { findTrainingStanding } from './training-standing.ts'

/** What the training wing tells; the tasks wing reads of it what it counts. */
const CoursePassed = z.object({
  personId: PersonId,
  courseId: TaskCourseId,
  enrolmentId: z.string(),
  certificateId: z.string().nullable(),
  passedAt: Instant,
})

/**
 * A passed course flows back to the tasks that it answers: it counts for its person, and an assignment whose rule is
 * met by it says so on its timeline, once.
 */
export const onCoursePassed: Subscriber = async (body, { db, now, newId }) => {
  const { personId, courseId, enrolmentId, certificateId, passedAt } = CoursePassed.parse(body)
  await insertTrainingEvidence(db, { personId, courseId, enrolmentId, certificateId, passedAt })
  for (const assignment of await listAssignmentsAnswered(db, courseId, personId)) {
    if (await hasAssignmentEvent(db, assignment.id, 'training-met')) continue
    const task = await findTask(db, assignment.taskId)
    const training = await findTrainingStanding(db, assignment, task?.training ?? null, localDateOf(now))
    if (!training || !isTrainingMet(training.standing)) continue
    const { passed, concerned } = training.standing
    await tell({ db, now, newId, actor: null }, assignment.id, 'training-met', `${passed}/${concerned}`)
  }
}
