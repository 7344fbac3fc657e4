import { z } from 'zod'
import { listReasonsOf } from '@dangjian/db/tasks/assignment-store'
import { query } from '../trpc.ts'

const OFFERED = 8

/** Reasons that one gave before when returning work, the latest first, for giving them again. */
export const listReturnReasons = query({
  permission: 'tasks.list-return-reasons',
  input: z.strictObject({ of: z.enum(['assignment', 'part']) }),
  output: z.array(z.string()),
  run: ({ db, input, actor }) =>
    listReasonsOf(db, actor.personId, input.of === 'assignment' ? 'returned' : 'part-returned', OFFERED),
})
