import { z } from 'zod'
import {
  actionWords,
  auditColumns,
  auditColumnWords,
  auditOutcomeWords,
  Instant,
  isLoggedAction,
  Language,
  localDateOf,
  localTimeOf,
  permissionOf,
  permits,
  Role,
  RoleGrantId,
  roleWords,
  type AccountId,
  type AuditColumn,
} from '@dangjian/domain/access'
import { postWords } from '@dangjian/domain/organisation'
import { eachAuditEntry } from '@dangjian/db/access/audit-log-store'
import { isSessionEnded } from '@dangjian/db/access/session-store'
import type { Context } from '../context.ts'
import { oneOf, outcomeOf, subjectOf } from './audit-filter.ts'

/** How long after it was asked for an export may be fetched. */
const TICKET_MS = 10 * 60_000

/** What is fetched: sealed, so that an address carries no name and opens nothing else. */
const Ticket = z.strictObject({
  filter: z.strictObject({
    person: z.string().optional(),
    unit: z.string().optional(),
    action: z.string().optional(),
    from: Instant.optional(),
    before: Instant,
  }),
  format: z.enum(['csv', 'xlsx']),
  language: Language,
  grantId: RoleGrantId,
  at: Instant,
})
type Ticket = z.input<typeof Ticket>

const about = (accountId: AccountId) => `audit-export ${accountId}`

export function sealAuditTicket(secrets: Context['secrets'], accountId: AccountId, ticket: Ticket): string {
  return secrets.seal(JSON.stringify(ticket), about(accountId))
}

export interface AuditExport {
  readonly format: 'csv' | 'xlsx'
  readonly fileName: string
  readonly sheet: string
  /** The header first, then the entries, newest first. It ends in an error when the session does. */
  readonly rows: AsyncIterable<readonly (string | number | null)[]>
}

/** The export of a ticket for whoever holds it and still may; undefined for anybody and anything else. */
export function openAuditExport(
  context: Pick<Context, 'storage' | 'secrets' | 'actor' | 'clock'>,
  sealed: string,
): AuditExport | undefined {
  const { actor } = context
  const ticket = actor && openTicket(context.secrets, actor.accountId, sealed)
  if (!actor || !ticket || ticket.at < context.clock() - TICKET_MS) return undefined
  const grant = actor.grants.find(({ id }) => id === ticket.grantId) ?? null
  const answer = permits(permissionOf('access.export-audit-entries'), { ...actor, grant }, {})
  if (answer !== 'permitted') return undefined
  const sheet = ticket.language === 'en' ? 'Audit log' : '审计日志'
  return {
    format: ticket.format,
    sheet,
    fileName: `${sheet} ${localDateOf(ticket.at)}.${ticket.format}`,
    rows: rowsOf(context.storage, actor.sessionId, ticket),
  }
}

function openTicket(secrets: Context['secrets'], accountId: AccountId, sealed: string) {
  try {
    return Ticket.parse(JSON.parse(secrets.open(sealed, about(accountId))))
  } catch {
    return undefined
  }
}

async function* rowsOf(
  { read, report }: Context['storage'],
  sessionId: Parameters<typeof isSessionEnded>[1],
  { filter, language }: z.output<typeof Ticket>,
) {
  yield auditColumns.map((column) => auditColumnWords[language][column])
  for await (const page of eachAuditEntry(report, filter)) {
    if (await isSessionEnded(read, sessionId)) throw new Error('The session ended while the log was being fetched.')
    for (const entry of page) {
      const role = oneOf(Role.options, entry.role)
      const subject = subjectOf(entry.detail)
      const cells: Readonly<Record<AuditColumn, string | number | null>> = {
        at: localTimeOf(entry.at),
        person: entry.personName,
        role: role ? roleWords[language][role] : entry.role,
        actingUnit: entry.actingUnitName,
        action: isLoggedAction(entry.action) ? actionWords[language][entry.action] : entry.action,
        actionCode: entry.action,
        outcome: auditOutcomeWords[language][outcomeOf(entry.detail)],
        subject: subject.role ? roleWords[language][subject.role] : subject.post && postWords[language][subject.post],
        targetPerson: entry.targetPersonName,
        targetUnit: entry.targetUnitName,
        detail: entry.detail,
        seal: entry.sealSeq,
        id: entry.id,
      }
      yield auditColumns.map((column) => cells[column])
    }
  }
}
