import { sql, type Expression, type SqlBool } from 'kysely'

/** Whether a text that has no key (`organisation/pinyin.ts`) has somewhere what was typed, in capitals or not; signs that patterns know mean themselves. */
export function holding(text: Expression<string | null>, typed: string): Expression<SqlBool> {
  const pattern = `%${typed
    .trim()
    .toLowerCase()
    .replace(/[%_\\]/g, '\\$&')}%`
  return sql<SqlBool>`lower(${text}) like ${pattern} escape '\\'`
}
