import { z } from 'zod'
import { FileId, UnitId } from '@dangjian/domain/access'
import { SocietyColumn, type SocietyRow } from '@dangjian/domain/organisation'

export const Columns = z.partialRecord(SocietyColumn, z.int().min(0).max(200))

/** Cells corrected on the screen, by line. */
export const Corrections = z.record(z.string().regex(/^\d{1,7}$/), z.partialRecord(SocietyColumn, z.string().max(200)))

/** What previewing, confirming and taking home the wrong lines of an import are told alike. */
export const SocietyImportInput = {
  unitId: UnitId,
  fileId: FileId,
  columns: Columns.optional(),
  corrections: Corrections.default({}),
}

/** Rows with what was corrected on the screen put in. */
export function corrected(rows: readonly SocietyRow[], corrections: z.infer<typeof Corrections>): SocietyRow[] {
  return rows.map((row) => ({ ...row, cells: { ...row.cells, ...corrections[String(row.line)] } }))
}
