import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import { CourseChange, courseDifference, CourseId, type CourseContent } from '@dangjian/domain/training'
import { HISTORY_KEPT, listDraftHistory as list, listDraftStates } from '@dangjian/db/training/course-store'
import { query } from '../trpc.ts'
import { courseTarget } from './course-scope.ts'

/** So many of the latest states are compared with the one before: a state holds the whole course. */
const COMPARED = 30

/** Saved states of a draft that can be gone back to, the latest first, each with what it changed. */
export const listDraftHistory = query({
  permission: 'training.list-draft-history',
  input: z.strictObject({ courseId: CourseId }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        rev: z.int(),
        title: z.string(),
        savedAt: Instant,
        savedByName: z.string(),
        /** In title and content, the first few; null where nothing earlier was compared. */
        changes: z.array(CourseChange).nullable(),
        changed: z.int(),
      }),
    ),
  }),
  target: courseTarget,
  run: async ({ db, input }) => {
    const states = await listDraftStates(db, input.courseId, COMPARED + 1)
    const changesOf = new Map(
      states.slice(0, COMPARED).flatMap((state, index) => {
        const before = states[index + 1]
        return before ? [[state.rev, courseDifference(faceOf(before), faceOf(state))] as const] : []
      }),
    )
    const rows = await list(db, input.courseId, HISTORY_KEPT)
    return {
      rows: rows.map(({ rev, title, savedAt, savedByName }) => {
        const changes = changesOf.get(rev)
        return {
          rev,
          title,
          savedAt,
          savedByName: savedByName ?? '',
          changes: changes?.slice(0, 3) ?? null,
          changed: changes?.length ?? 0,
        }
      }),
    }
  },
})

/** The history holds title and content alone. */
function faceOf({ title, content }: { readonly title: string; readonly content: CourseContent }) {
  return { title, content, summary: '', audience: '', hours: 0 }
}
