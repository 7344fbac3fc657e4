import { z } from 'zod'
import { Instant, LocalDate, UnitId } from '@dangjian/domain/access'
import { capabilities, electionCourses, ElectionStep, nextElectionSteps } from '@dangjian/domain/organisation'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { notFound, query } from '../trpc.ts'
import { DocumentShown, documentShown } from './document-shown.ts'
import { loadElectionRecord } from './election-course.ts'

/** A unit's elections, step by step, the latest course last, and what comes next; null where none are held. */
export const showElectionCourse = query({
  permission: 'organisation.show-election-course',
  input: z.strictObject({ unitId: UnitId }),
  output: z
    .strictObject({
      rev: z.int(),
      /** What may come next, the step that leads on first. */
      next: z.array(ElectionStep),
      courses: z.array(
        z.array(
          z.strictObject({
            id: z.string(),
            step: ElectionStep,
            happenedOn: LocalDate,
            recordedByName: z.string().nullable(),
            document: DocumentShown,
            note: z.string().nullable(),
            /** Of a result. */
            count: z.strictObject({ entitled: z.int(), present: z.int(), valid: z.int() }).nullable(),
            withdrawnAt: Instant.nullable(),
            withdrawnByName: z.string().nullable(),
            withdrawnReason: z.string().nullable(),
          }),
        ),
      ),
    })
    .nullable(),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const unit = (await findUnit(db, input.unitId)) ?? notFound()
    if (!capabilities[unit.kind].elect) return null
    const { steps, rev, fullMembers } = await loadElectionRecord(db, unit.id, today)
    return {
      rev,
      next: unit.state === 'active' ? nextElectionSteps(unit, steps, fullMembers) : [],
      courses: electionCourses(steps).map((course) =>
        course.map((row) => ({
          id: row.id,
          step: row.step,
          happenedOn: row.happenedOn,
          recordedByName: row.recordedByName,
          document: documentShown(row),
          note: row.note,
          count:
            row.entitled === null ? null : { entitled: row.entitled, present: row.present ?? 0, valid: row.valid ?? 0 },
          withdrawnAt: row.withdrawnAt,
          withdrawnByName: row.withdrawnByName,
          withdrawnReason: row.withdrawnReason,
        })),
      ),
    }
  },
})
