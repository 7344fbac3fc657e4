import { z } from 'zod'
import { AssignmentId, submitAssignment as submit } from '@dangjian/domain/tasks'
import { findTask } from '@dangjian/db/tasks/task-store'
import { accept, command, notFound } from '../trpc.ts'
import { findAssignmentAt, saveStep, societyOfAssignment, tell } from './assignment-step.ts'
import { findSubmissionFacts } from './submission-facts.ts'

/** Submits the work for review when its evidence, its parts and its training are complete. */
export const submitAssignment = command({
  permission: 'tasks.submit-assignment',
  input: z.strictObject({ assignmentId: AssignmentId, rev: z.int(), text: z.string().trim().max(4000) }),
  output: z.strictObject({ rev: z.int() }),
  target: societyOfAssignment,
  run: async (args) => {
    const { db, input, now, today } = args
    const assignment = await findAssignmentAt(db, input.assignmentId, input.rev)
    const task = (await findTask(db, assignment.taskId)) ?? notFound()
    const next = accept(submit(assignment, await findSubmissionFacts(db, assignment, task, today), now))
    await saveStep(db, next)
    await tell(args, next.id, 'submitted', input.text)
    return { rev: next.rev }
  },
})
