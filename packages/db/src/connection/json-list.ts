import { PostgresAdapter, sql, type RawBuilder } from 'kysely'
import type { Db } from '../database.ts'

/** What a list written as JSON holds, to look for with `in`: the statement is the same however long the list is. */
export function textsIn<T extends string>(db: Db, json: string): RawBuilder<T> {
  return db.getExecutor().adapter instanceof PostgresAdapter
    ? sql<T>`(select jsonb_array_elements_text(${json}::jsonb))`
    : sql<T>`(select value from json_each(${json}))`
}
