import type { CourseId } from '@dangjian/domain/training'
import type { Db } from '../database.ts'

/** Titles of courses by their ids. */
export async function findCourseTitles(db: Db, ids: readonly CourseId[]): Promise<Map<CourseId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('course').select(['id', 'title']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
