import type { StoredRow, TableSource } from './table-source.ts'

/** A text that PostgreSQL cannot keep, and where it stands. */
export interface TextWithNul {
  readonly table: string
  readonly column: string
  /** The ids that the row has. */
  readonly row: string
}

/** The first text with a NUL in it: SQLite keeps it, and releases before it was refused let it in. */
export async function findTextWithNul(source: TableSource): Promise<TextWithNul | undefined> {
  for (const table of source.tables) {
    for await (const row of source.rows(table)) {
      const found = Object.entries(row).find(([, value]) => typeof value === 'string' && value.includes('\0'))
      if (found) return { table, column: found[0], row: idsOf(row) }
    }
  }
  return undefined
}

function idsOf(row: StoredRow): string {
  return Object.entries(row)
    .filter(([column]) => /^(id|key)$|_id$/.test(column))
    .map(([column, value]) => `${column} = ${JSON.stringify(value)}`)
    .join(', ')
}
