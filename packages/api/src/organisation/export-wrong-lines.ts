import { z } from 'zod'
import { fillWords, Language } from '@dangjian/domain/access'
import { planSocietyImport, societyRowFaultWords, textOfCell } from '@dangjian/domain/organisation'
import { listSocietiesByCode } from '@dangjian/db/organisation/unit-store'
import { tableExport } from '@dangjian/formats/organisation/table-export'
import { query } from '../trpc.ts'
import { ExportedFile, exportedFile } from './exported-file.ts'
import { corrected, SocietyImportInput } from './society-import-input.ts'
import { readSocietyTable } from './society-rows.ts'

const titles: Readonly<Record<Language, { sheet: string; line: string; reason: string }>> = {
  'zh-CN': { sheet: '有误的行', line: '行号', reason: '原因' },
  en: { sheet: 'Wrong lines', line: 'Line', reason: 'Reason' },
}

/** The lines that an import would leave out, as they stand in the file, each with its line and reason. */
export const exportWrongLines = query({
  permission: 'organisation.export-wrong-lines',
  input: z.strictObject({ ...SocietyImportInput, format: z.enum(['csv', 'xlsx']), language: Language }),
  output: ExportedFile,
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, files }) => {
    const table = await readSocietyTable(db, files, actor, input)
    const plan = planSocietyImport(await listSocietiesByCode(db), corrected(table.societies, input.corrections))
    const cellsOf = new Map(table.rows.map((row) => [row.line, row.cells]))
    const { sheet, line, reason } = titles[input.language]
    const words = societyRowFaultWords[input.language]
    const body = plan.flatMap((each) => {
      if (each.outcome !== 'wrong') return []
      const reasons = each.faults.map(({ fault, other }) =>
        fillWords(words[fault], other === undefined ? {} : { other }),
      )
      const cells = table.header.map((_, index) => textOfCell(cellsOf.get(each.line)?.[index] ?? ''))
      return [[each.line, ...cells, reasons.join('；')]]
    })
    const exported = await tableExport([[line, ...table.header, reason], ...body], input.format, sheet)
    return exportedFile(`${sheet} ${table.fileName.replace(/\.[^.]*$/, '')}.${input.format}`, exported)
  },
})
