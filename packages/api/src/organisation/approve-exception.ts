import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { ApprovableWarning, approveException as decide } from '@dangjian/domain/organisation'
import { insertUnitException } from '@dangjian/db/organisation/unit-exception-store'
import { insertUnitEvent } from '@dangjian/db/organisation/unit-history-store'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { accept, command, notFound } from '../trpc.ts'
import { attachDocument } from './attach-document.ts'
import { DocumentInput } from './document-input.ts'

/** Takes down what the superior approved to be otherwise than a rule has it; the warning is then shown as approved. */
export const approveException = command({
  permission: 'organisation.approve-exception',
  input: z.strictObject({
    unitId: UnitId,
    warning: ApprovableWarning,
    approvedOn: LocalDate,
    untilOn: LocalDate.nullable(),
    ...DocumentInput,
  }),
  output: z.strictObject({ unitId: UnitId }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, today, now, newId, note }) => {
    const unit = (await findUnit(db, input.unitId)) ?? notFound()
    if (unit.tier === null) notFound()
    const { unitId, ...asked } = input
    const exception = accept(decide(asked, today))
    const documentFileId = await attachDocument(db, exception.documentFileId, { unitId, actor, newId })
    const recorded = { recordedAt: now, recordedBy: actor.personId }
    await insertUnitException(db, { id: newId(), unitId, ...exception, documentFileId, ...recorded })
    await insertUnitEvent(db, {
      id: newId(),
      unitId,
      action: 'approve-exception',
      toState: unit.state,
      happenedOn: exception.approvedOn,
      ...recorded,
      documentNo: exception.documentNo,
      documentFileId,
      note: exception.warning,
    })
    note({ unitId, warning: exception.warning })
    return { unitId }
  },
})
