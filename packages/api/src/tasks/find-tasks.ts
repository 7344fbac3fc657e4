import { z } from 'zod'
import { TaskId, TaskState } from '@dangjian/domain/tasks'
import { searchTasks } from '@dangjian/db/tasks/task-store'
import { query } from '../trpc.ts'
import { associationAtLarge } from './plan-target.ts'

const MOST = 8

/** Tasks whose title holds the words, the latest plan's first: for the palette. */
export const findTasks = query({
  permission: 'tasks.find-tasks',
  input: z.strictObject({ words: z.string().trim().min(1).max(50) }),
  output: z.strictObject({
    rows: z.array(z.strictObject({ id: TaskId, title: z.string(), state: TaskState, year: z.int() })),
  }),
  target: associationAtLarge,
  run: async ({ db, input }) => ({ rows: await searchTasks(db, input.words, MOST) }),
})
