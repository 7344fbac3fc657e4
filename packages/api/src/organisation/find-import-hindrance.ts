import { z } from 'zod'
import { UnitId } from '@dangjian/domain/access'
import { SocietyImportId } from '@dangjian/domain/organisation'
import { query } from '../trpc.ts'
import { hindranceTo, importBeneath } from './import-undo.ts'

/** What stands in the way of taking an import back, asked before it is promised. */
export const findImportHindrance = query({
  permission: 'organisation.find-import-hindrance',
  input: z.strictObject({ unitId: UnitId, importId: SocietyImportId }),
  output: z.strictObject({
    /** The society that stands in the way; null where nothing does. */
    name: z.string().nullable(),
  }),
  target: importBeneath,
  run: async ({ db, target }) => ({ name: await hindranceTo(db, target.found) }),
})
