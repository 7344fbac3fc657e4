import { z } from 'zod'
import { addDays, LocalDate, Role, startOfDay, type AuditOutcome } from '@dangjian/domain/access'
import { Post } from '@dangjian/domain/organisation'
import type { AuditFilter } from '@dangjian/db/access/audit-log-store'

/** What the audit log is asked for, on its page and in its export. */
export const AuditFilterInput = {
  person: z.string().trim().max(100).optional(),
  unit: z.string().trim().max(100).optional(),
  action: z.string().max(100).optional(),
  fromOn: LocalDate.optional(),
  toOn: LocalDate.optional(),
}
type AuditFilterInput = z.infer<z.ZodObject<typeof AuditFilterInput>>

export function auditFilterOf({ fromOn, toOn, ...filter }: AuditFilterInput): Omit<AuditFilter, 'repeated' | 'limit'> {
  return {
    ...filter,
    from: fromOn === undefined ? undefined : startOfDay(fromOn),
    before: toOn === undefined ? undefined : startOfDay(addDays(toOn, 1)),
  }
}

/** What an entry's detail says that is told in words: which role was granted or revoked, which post given or ended. */
export function subjectOf(detail: string): { readonly role: Role | null; readonly post: Post | null } {
  const noted = JSON.parse(detail) as { readonly role?: unknown; readonly post?: unknown }
  return { role: oneOf(Role.options, noted.role), post: oneOf(Post.options, noted.post) }
}

/** Asked of every entry of an export: of each value that is none of them, a schema would make an error with its stack. */
export function oneOf<T extends string>(all: readonly T[], value: unknown): T | null {
  return all.find((each) => each === value) ?? null
}

export function outcomeOf(detail: string): AuditOutcome {
  const noted = JSON.parse(detail) as { readonly refused?: string; readonly by?: string }
  if (noted.refused !== undefined) return 'refused'
  return noted.by === 'command-line' ? 'by-command' : 'done'
}
