import { isDeepStrictEqual } from 'node:util'
import type { Answer } from './asker.ts'
import type { Procedure } from './procedures.ts'

export type FindingKind =
  | 'server error'
  | 'unanswered'
  | 'tells its inside'
  | 'answers otherwise'
  | 'takes unnamed keys'

export interface Finding {
  readonly kind: FindingKind
  readonly path: string
  readonly asker: string
  readonly input: string
  readonly said: string
  /** What the server said of it in its log. */
  readonly logged?: string
}

/** Stacks, the databases' own words, and their statements as Kysely writes them. */
const INSIDE =
  /\\n\s+at .{1,200}:\d+:\d+|node_modules|SqliteError|SQLITE_[A-Z]|(select|insert into|update|delete from) \\*"[a-z_]+\\*"|violates [a-z-]+ constraint|invalid input syntax|no such (table|column)|relation \\*"/

export function findingIn(
  procedure: Procedure,
  { status, text, data }: Answer,
  namedOnly: boolean,
): { readonly kind: FindingKind; readonly said: string } | undefined {
  const said = text.slice(0, 400)
  if (status === 0) return { kind: 'unanswered', said }
  if (status >= 500) return { kind: 'server error', said }
  const told = INSIDE.exec(text)
  if (told) return { kind: 'tells its inside', said: text.slice(Math.max(0, told.index - 80), told.index + 200) }
  if (status !== 200) return undefined
  if (!namedOnly) return { kind: 'takes unnamed keys', said }
  const { success, data: parsed, error } = procedure.output.safeParse(data)
  if (!success) return { kind: 'answers otherwise', said: JSON.stringify(error.issues).slice(0, 400) }
  // What a schema leaves out on the way would be left out here as well.
  const same = isDeepStrictEqual(JSON.parse(JSON.stringify(parsed ?? null)), data ?? null)
  return same ? undefined : { kind: 'answers otherwise', said }
}
