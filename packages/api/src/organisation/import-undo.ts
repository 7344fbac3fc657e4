import { z } from 'zod'
import { UnitId } from '@dangjian/domain/access'
import { SocietyCategory } from '@dangjian/domain/organisation'

/** What undoing an import needs to know: what it made, and the former values of what it changed, with the `rev` it left. */
export const ImportUndo = z.object({
  made: z.array(UnitId),
  changed: z.array(
    z.object({ id: UnitId, name: z.string(), category: SocietyCategory.nullable(), seq: z.int(), rev: z.int() }),
  ),
})
export type ImportUndo = z.infer<typeof ImportUndo>
