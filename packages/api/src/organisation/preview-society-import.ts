import { z } from 'zod'
import { planSocietyImport, SocietyCategory, SocietyColumn, SocietyRowFault } from '@dangjian/domain/organisation'
import { listSocietiesByCode } from '@dangjian/db/organisation/unit-store'
import { query } from '../trpc.ts'
import { Columns, corrected, SocietyImportInput } from './society-import-input.ts'
import { readSocietyTable } from './society-rows.ts'

/** Says line by line what importing a list of societies would do. Writes nothing. */
export const previewSocietyImport = query({
  permission: 'organisation.preview-society-import',
  input: z.strictObject(SocietyImportInput),
  output: z.strictObject({
    fileName: z.string(),
    header: z.array(z.string()),
    columns: Columns,
    counts: z.strictObject({ renamed: z.int(), new: z.int(), changed: z.int(), unchanged: z.int(), wrong: z.int() }),
    lines: z.array(
      z.strictObject({
        line: z.int(),
        outcome: z.enum(['root', 'new', 'renamed', 'changed', 'unchanged', 'wrong']),
        code: z.string(),
        name: z.string(),
        category: SocietyCategory.nullable(),
        /** What stands in the file's cells, where the line is wrong and may be corrected. */
        cells: z.partialRecord(SocietyColumn, z.string()),
        changes: z.array(
          z.strictObject({ column: z.enum(['name', 'category', 'seq']), from: z.string(), to: z.string() }),
        ),
        faults: z.array(
          z.strictObject({ fault: SocietyRowFault, other: z.union([z.string(), z.number()]).optional() }),
        ),
      }),
    ),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, files }) => {
    const table = await readSocietyTable(db, files, actor, input)
    const plan = planSocietyImport(await listSocietiesByCode(db), corrected(table.societies, input.corrections))
    const count = (outcome: string): number => plan.filter((each) => each.outcome === outcome).length
    return {
      fileName: table.fileName,
      header: [...table.header],
      columns: table.columns,
      counts: {
        renamed: count('renamed'),
        new: count('new'),
        changed: count('changed'),
        unchanged: count('unchanged'),
        wrong: count('wrong'),
      },
      lines: plan.map((each) => ({
        line: each.line,
        outcome: each.outcome,
        code: 'society' in each ? each.society.code : each.outcome === 'wrong' ? (each.cells.code ?? '') : '',
        name: 'society' in each ? each.society.name : each.outcome === 'wrong' ? (each.cells.name ?? '') : each.name,
        category: 'society' in each ? each.society.category : null,
        cells: each.outcome === 'wrong' ? { ...each.cells } : {},
        changes: 'changes' in each ? [...each.changes] : [],
        faults: each.outcome === 'wrong' ? each.faults.map((fault) => ({ ...fault })) : [],
      })),
    }
  },
})
