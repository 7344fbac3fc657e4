import { z } from 'zod'
import { Instant, LocalDate } from '@dangjian/domain/access'
import { CourseId } from '@dangjian/domain/training'
import { listReasonsOf } from '@dangjian/db/training/course-assignment-store'
import { listOpenCourses as list } from '@dangjian/db/training/enrolment-store'
import { query } from '../trpc.ts'

/** The catalogue: courses that whoever asks may begin, each with how far they are and by when it is asked of them. */
export const listOpenCourses = query({
  permission: 'training.list-open-courses',
  input: z.strictObject({
    search: z.string().trim().max(100).optional(),
    cursor: CourseId.optional(),
    limit: z.int().min(1).max(100).default(30),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        courseId: CourseId,
        title: z.string(),
        summary: z.string(),
        audience: z.string(),
        hours: z.number(),
        unitName: z.string(),
        startedAt: Instant.nullable(),
        passedAt: Instant.nullable(),
        /** The earliest day by which a task asks for it. */
        dueOn: LocalDate.nullable(),
      }),
    ),
    nextCursor: CourseId.nullable(),
  }),
  run: async ({ db, input, actor, today }) => {
    const { search, cursor, limit } = input
    const rows = await list(db, { personId: actor.personId, day: today, search: search || undefined, cursor, limit })
    const due = new Map<CourseId, LocalDate>()
    for (const { courseId, dueOn } of await listReasonsOf(db, actor.personId, today)) {
      if (!due.has(courseId)) due.set(courseId, dueOn)
    }
    return {
      rows: rows.map((row) => ({ ...row, dueOn: due.get(row.courseId) ?? null })),
      nextCursor: rows.length === limit ? (rows.at(-1)?.courseId ?? null) : null,
    }
  },
})
