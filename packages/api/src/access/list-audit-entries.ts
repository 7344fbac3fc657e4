import { z } from 'zod'
import { Instant, repeatedActions, Role } from '@dangjian/domain/access'
import { Post } from '@dangjian/domain/organisation'
import { listAuditEntries as list } from '@dangjian/db/access/audit-log-store'
import { cursorOf } from '../cursor.ts'
import { query } from '../trpc.ts'
import { auditFilterOf, AuditFilterInput, outcomeOf, subjectOf } from './audit-filter.ts'

const Place = z.tuple([Instant, z.string()]).transform(([at, id]) => ({ at, id }))

/** Who did what where, newest first. Read by the auditor alone. */
export const listAuditEntries = query({
  permission: 'access.list-audit-entries',
  input: z.strictObject({
    ...AuditFilterInput,
    cursor: z.string().max(100).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.string(),
        at: Instant,
        action: z.string(),
        /** How often it was done in one sitting. */
        times: z.int(),
        personName: z.string().nullable(),
        role: z.string().nullable(),
        actingUnitName: z.string().nullable(),
        targetPersonName: z.string().nullable(),
        targetUnitName: z.string().nullable(),
        /** The role that was granted or revoked, or the post given or ended. */
        subjectRole: Role.nullable(),
        subjectPost: Post.nullable(),
        /** Somebody tried, and it was not done. */
        refused: z.boolean(),
        /** Done by an operator at the command line: nobody was signed in. */
        byCommand: z.boolean(),
        sealed: z.boolean(),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  run: async ({ db, input }) => {
    const { cursor, limit, ...filter } = input
    const rows = await list(db, {
      ...auditFilterOf(filter),
      limit,
      repeated: repeatedActions,
      cursor: cursorOf(cursor, Place),
    })
    const last = rows.at(-1)
    return {
      rows: rows.map(({ detail, sealSeq, ...row }) => {
        const outcome = outcomeOf(detail)
        const subject = subjectOf(detail)
        return {
          id: row.id,
          at: row.at,
          action: row.action,
          times: row.times,
          personName: row.personName,
          role: row.role,
          actingUnitName: row.actingUnitName,
          targetPersonName: row.targetPersonName,
          targetUnitName: row.targetUnitName,
          subjectRole: subject.role,
          subjectPost: subject.post,
          refused: outcome === 'refused',
          byCommand: outcome === 'by-command',
          sealed: sealSeq !== null,
        }
      }),
      nextCursor: last && rows.length === limit ? JSON.stringify([last.at, last.id]) : null,
    }
  },
})
