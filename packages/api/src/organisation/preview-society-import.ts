import { z } from 'zod'
import { FileId, UnitId } from '@dangjian/domain/access'
import { planSocietyImport, SocietyCategory, SocietyColumn, type SocietyRowFault } from '@dangjian/domain/organisation'
import { listSocietiesByCode } from '@dangjian/db/organisation/unit-store'
import { query } from '../trpc.ts'
import { readSocietyTable } from './society-rows.ts'

export const Corrections = z.record(z.string().regex(/^\d+$/), z.partialRecord(SocietyColumn, z.string().max(200)))

/** Rows with what was corrected on the screen put in. */
export function corrected<T extends { readonly line: number; readonly cells: object }>(
  rows: readonly T[],
  corrections: z.infer<typeof Corrections>,
): T[] {
  return rows.map((row) => ({ ...row, cells: { ...row.cells, ...corrections[String(row.line)] } }))
}

/** Says line by line what importing a list of societies would do. Writes nothing. */
export const previewSocietyImport = query({
  permission: 'organisation.preview-society-import',
  input: z.strictObject({
    unitId: UnitId,
    fileId: FileId,
    columns: z.partialRecord(SocietyColumn, z.int().min(0).max(200)).optional(),
    corrections: Corrections.default({}),
  }),
  output: z.strictObject({
    fileName: z.string(),
    header: z.array(z.string()),
    columns: z.partialRecord(SocietyColumn, z.int()),
    counts: z.strictObject({ new: z.int(), changed: z.int(), unchanged: z.int(), wrong: z.int() }),
    lines: z.array(
      z.strictObject({
        line: z.int(),
        outcome: z.enum(['root', 'new', 'changed', 'unchanged', 'wrong']),
        code: z.string(),
        name: z.string(),
        category: SocietyCategory.nullable(),
        changes: z.array(z.strictObject({ column: z.enum(['name', 'category', 'seq']), from: z.string(), to: z.string() })),
        faults: z.array(
          z.strictObject({
            fault: z.string().transform((fault) => fault as SocietyRowFault),
            other: z.union([z.string(), z.number()]).optional(),
          }),
        ),
      }),
    ),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, files }) => {
    const table = await readSocietyTable(db, files, actor, input)
    const plan = planSocietyImport(await listSocietiesByCode(db), corrected(table.rows, input.corrections))
    const count = (outcome: string): number => plan.filter((each) => each.outcome === outcome).length
    return {
      fileName: table.fileName,
      header: [...table.header],
      columns: table.columns,
      counts: { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), wrong: count('wrong') },
      lines: plan.map((each) => ({
        line: each.line,
        outcome: each.outcome,
        code: 'society' in each ? each.society.code : each.outcome === 'wrong' ? (each.cells.code ?? '') : '',
        name: 'society' in each ? each.society.name : each.outcome === 'wrong' ? (each.cells.name ?? '') : each.name,
        category: 'society' in each ? each.society.category : null,
        changes: each.outcome === 'changed' ? [...each.changes] : [],
        faults: each.outcome === 'wrong' ? each.faults.map((fault) => ({ ...fault })) : [],
      })),
    }
  },
})
