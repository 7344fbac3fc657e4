import { z } from 'zod'
import { AssignmentId, type Assignment, type TaskId } from '@dangjian/domain/tasks'
import { findAssignmentsOfTask } from '@dangjian/db/tasks/task-assignment-store'
import type { Db } from '@dangjian/db/database'
import { notFound } from '../trpc.ts'

export const ChosenIds = z.array(AssignmentId).min(1).max(500)

/** The chosen assignments, all of them of the task: one that is not does not exist here. */
export async function findChosen(db: Db, taskId: TaskId, ids: readonly AssignmentId[]): Promise<Assignment[]> {
  const chosen = await findAssignmentsOfTask(db, taskId, ids)
  return chosen.length === new Set(ids).size ? chosen : notFound()
}
