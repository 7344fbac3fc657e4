import { z } from 'zod'
import { LocalDate, UnitId, type Action } from '@dangjian/domain/access'
import { takeElectionStep, type ElectionStep } from '@dangjian/domain/organisation'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { accept, command, notFound } from '../trpc.ts'
import { attachDocument } from './attach-document.ts'
import { DocumentInput } from './document-input.ts'
import { keepElectionStep, loadElectionRecord, refuseCourseChanged } from './election-course.ts'

/** Steps with a procedure of this form; the result has its own, since it counts votes. */
type PlainStep = Exclude<ElectionStep, 'result'>

/** The procedure of one step of an election; each step has its own file, name and permission. */
export function electionStep(permission: Extract<Action, `organisation.${PlainStep}-election`>) {
  const step = permission.replace(/^organisation\.(.*)-election$/, '$1') as PlainStep
  return command({
    permission,
    input: z.strictObject({
      unitId: UnitId,
      /** Of the course, as it was read. */
      rev: z.int(),
      on: LocalDate,
      ...DocumentInput,
      note: z.string().trim().max(500).nullable(),
    }),
    output: z.strictObject({ unitId: UnitId, rev: z.int() }),
    target: ({ input }) => ({ unitId: input.unitId }),
    run: async ({ db, input, actor, today, now, newId, note }) => {
      const unit = (await findUnit(db, input.unitId)) ?? notFound()
      const record = await loadElectionRecord(db, unit.id, today)
      if (record.rev !== input.rev) refuseCourseChanged(record)
      const { on, ...asked } = accept(takeElectionStep(unit, record.steps, { ...input, step }, { ...record, today }))
      const documentFileId = await attachDocument(db, asked.documentFileId, { unitId: unit.id, actor, newId })
      await keepElectionStep(db, record, {
        id: newId(),
        unitId: unit.id,
        step,
        happenedOn: on,
        recordedAt: now,
        recordedBy: actor.personId,
        documentNo: asked.documentNo,
        documentFileId,
        note: asked.note || null,
        electionId: null,
      })
      note({ unitId: unit.id, on })
      return { unitId: unit.id, rev: record.rev + 1 }
    },
  })
}
