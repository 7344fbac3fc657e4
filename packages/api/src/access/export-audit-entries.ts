import { z } from 'zod'
import { decideAuditExport, Instant, Language } from '@dangjian/domain/access'
import { measureAuditEntries } from '@dangjian/db/access/audit-log-store'
import { accept, command, refuseWith } from '../trpc.ts'
import { auditFilterOf, AuditFilterInput } from './audit-filter.ts'
import { sealAuditTicket } from './audit-export.ts'

/**
 * Lets the auditor take the log away, as it is filtered and up to now: the answer says how much it is and where it is
 * fetched, since it may be larger than any answer. That it was taken stands in the log, with how many and from when to when.
 */
export const exportAuditEntries = command({
  permission: 'access.export-audit-entries',
  input: z.strictObject({ ...AuditFilterInput, format: z.enum(['csv', 'xlsx']), language: Language }),
  output: z.strictObject({
    /** Good for ten minutes, for this account, as long as it may. */
    address: z.string(),
    count: z.int(),
    firstAt: Instant.nullable(),
    lastAt: Instant.nullable(),
  }),
  run: async ({ db, input, actor, now, context, note }) => {
    const { format, language, ...asked } = input
    const filter = auditFilterOf(asked)
    const before = Math.min(now, filter.before ?? now)
    const measured = await measureAuditEntries(db, { ...filter, before })
    accept(decideAuditExport(measured.count, format))
    // What was typed may be a name: the log says by what was filtered, and not for whom.
    const by = Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [key]))
    note({ format, by, ...measured })
    const grantId = actor.grant?.id ?? refuseWith('sign-in-failed')
    const ticket = sealAuditTicket(context.secrets, actor.accountId, {
      filter: { ...filter, before },
      format,
      language,
      grantId,
      at: now,
    })
    return { address: `/files/audit-log/${ticket}`, ...measured }
  },
})
