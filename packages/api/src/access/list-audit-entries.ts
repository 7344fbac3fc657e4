import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import { listAuditEntries as list } from '@dangjian/db/access/audit-store'
import { query } from '../trpc.ts'

/** Who did what where, newest first. Read by the auditor alone. */
export const listAuditEntries = query({
  permission: 'access.list-audit-entries',
  input: z.strictObject({
    action: z.string().max(100).optional(),
    cursor: z.string().max(100).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.string(),
        at: Instant,
        action: z.string(),
        personName: z.string().nullable(),
        role: z.string().nullable(),
        targetPersonName: z.string().nullable(),
        targetUnitName: z.string().nullable(),
        /** Somebody tried, and it was not done. */
        refused: z.boolean(),
        sealed: z.boolean(),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  run: async ({ db, input }) => {
    const rows = await list(db, input)
    return {
      rows: rows.map(({ id, at, action, personName, role, targetPersonName, targetUnitName, detail, sealSeq }) => ({
        id,
        at,
        action,
        personName,
        role,
        targetPersonName,
        targetUnitName,
        refused: Object.hasOwn(JSON.parse(detail) as object, 'refused'),
        sealed: sealSeq !== null,
      })),
      nextCursor: rows.length === input.limit ? (rows.at(-1)?.id ?? null) : null,
    }
  },
})
