import { z } from 'zod'
import { LocalDate, UnitId } from '@dangjian/domain/access'
import { foundSociety as decide, SocietyCategory } from '@dangjian/domain/organisation'
import { insertUnitEvent } from '@dangjian/db/organisation/unit-history-store'
import { findUnit, insertUnit, listSocietiesByCode } from '@dangjian/db/organisation/unit-store'
import { accept, command, notFound } from '../trpc.ts'
import { attachDocument } from './attach-document.ts'
import { DocumentInput } from './document-input.ts'

/** Takes one society into the association by hand; many come by import. */
export const foundSociety = command({
  permission: 'organisation.found-society',
  input: z.strictObject({
    unitId: UnitId,
    code: z.string().trim().min(1).max(20),
    name: z.string().trim().min(2).max(100),
    category: SocietyCategory,
    admittedOn: LocalDate,
    ...DocumentInput,
  }),
  output: z.strictObject({ unitId: UnitId }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, today, now, newId, note }) => {
    const association = (await findUnit(db, input.unitId)) ?? notFound()
    if (association.kind !== 'association') notFound()
    const societies = await listSocietiesByCode(db)
    const society = accept(decide(association, societies, input, { id: newId<UnitId>(), today, now }))
    await insertUnit(db, society)
    const documentFileId = await attachDocument(db, input.documentFileId, { unitId: society.id, actor, newId })
    await insertUnitEvent(db, {
      id: newId(),
      unitId: society.id,
      action: 'admit',
      toState: society.state,
      happenedOn: input.admittedOn,
      recordedAt: now,
      recordedBy: actor.personId,
      documentNo: input.documentNo,
      documentFileId,
      name: society.name,
      parentId: society.parentId,
    })
    note({ unitId: society.id, code: society.code })
    return { unitId: society.id }
  },
})
