import { z } from 'zod'
import { Instant } from '@dangjian/domain/access'
import { CourseId } from '@dangjian/domain/training'
import { HISTORY_KEPT, listDraftHistory as list } from '@dangjian/db/training/course-store'
import { query } from '../trpc.ts'
import { courseTarget } from './course-scope.ts'

/** Saved states of a draft that can be gone back to, the latest first. */
export const listDraftHistory = query({
  permission: 'training.list-draft-history',
  input: z.strictObject({ courseId: CourseId }),
  output: z.strictObject({
    rows: z.array(z.strictObject({ rev: z.int(), title: z.string(), savedAt: Instant, savedByName: z.string() })),
  }),
  target: courseTarget,
  run: async ({ db, input }) => {
    const rows = await list(db, input.courseId, HISTORY_KEPT)
    return {
      rows: rows.map(({ rev, title, savedAt, savedByName }) => ({
        rev,
        title,
        savedAt,
        savedByName: savedByName ?? '',
      })),
    }
  },
})
