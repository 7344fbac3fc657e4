import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import { WorkPlanId, WorkPlanState } from '@dangjian/domain/tasks'
import { listWorkPlans as list } from '@dangjian/db/tasks/work-plan-store'
import { query } from '../trpc.ts'
import { associationAtLarge } from './plan-target.ts'

/** The work plans, the latest year first: there is one a year. */
export const listWorkPlans = query({
  permission: 'tasks.list-work-plans',
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: WorkPlanId,
        year: z.int(),
        title: z.string(),
        state: WorkPlanState,
        publishedAt: Instant.nullable(),
        updatedAt: Instant,
        clauses: z.int(),
        unanswered: z.int(),
        tasks: z.int(),
        drafts: z.int(),
      }),
    ),
  }),
  target: associationAtLarge,
  run: async ({ db }) => {
    const rows = await list(db)
    return {
      rows: rows.map((row) => ({
        ...row,
        clauses: row.clauses ?? 0,
        unanswered: row.unanswered ?? 0,
        tasks: row.tasks ?? 0,
        drafts: row.drafts ?? 0,
      })),
    }
  },
})
