import { z } from 'zod'
import { Instant, UnitId } from '@dangjian/domain/access'
import { SocietyImportId } from '@dangjian/domain/organisation'
import { listSocietyImports as list } from '@dangjian/db/organisation/society-import-store'
import { query } from '../trpc.ts'

const SHOWN = 20

/** The last imports of societies, each a receipt that can be undone while nothing was built on it. */
export const listSocietyImports = query({
  permission: 'organisation.list-society-imports',
  input: z.strictObject({ unitId: UnitId }),
  output: z.array(
    z.strictObject({
      id: SocietyImportId,
      confirmedAt: Instant,
      confirmedByName: z.string(),
      fileName: z.string(),
      newCount: z.int(),
      changedCount: z.int(),
      wrongCount: z.int(),
      undoneAt: Instant.nullable(),
    }),
  ),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: ({ db, input }) => list(db, input.unitId, SHOWN),
})
