import { z } from 'zod'
import { ClauseId, type TaskId } from '@dangjian/domain/tasks'
import { listClausesOfTasks } from '@dangjian/db/tasks/assignment-list-store'
import type { Db } from '@dangjian/db/database'

/** The words of a clause and where they stand in the work points: what every asking shows as its source. */
export const ClauseWords = z.strictObject({
  id: ClauseId,
  text: z.string(),
  sectionNumber: z.string(),
  sectionTitle: z.string(),
  itemNumber: z.int(),
  itemTitle: z.string(),
})
export type ClauseWords = z.infer<typeof ClauseWords>

/** The clauses of tasks, by task. */
export async function clauseWordsOf(db: Db, taskIds: readonly TaskId[]): Promise<Map<TaskId, ClauseWords[]>> {
  const found = new Map<TaskId, ClauseWords[]>()
  for (const row of await listClausesOfTasks(db, [...new Set(taskIds)])) {
    const { taskId, id, text, sectionNumber, sectionTitle, itemNumber, itemTitle } = row
    const words = { id, text, sectionNumber, sectionTitle, itemNumber, itemTitle }
    found.set(taskId, [...(found.get(taskId) ?? []), words])
  }
  return found
}
