import { z } from 'zod'
import { Language } from '@dangjian/domain/access'
import { societyCategoryWords, societyColumnWords, unitKindWords, unitStateWords } from '@dangjian/domain/organisation'
import { tableExport } from '@dangjian/formats/organisation/table-export'
import { query } from '../trpc.ts'
import { ExportedFile, exportedFile } from './exported-file.ts'
import { SocietyFilterInput } from './list-societies.ts'
import { pageOfSocieties } from './society-page.ts'

const MOST = 5000
const titles: Readonly<Record<Language, { sheet: string; state: string }>> = {
  'zh-CN': { sheet: '全国学会', state: '状态' },
  en: { sheet: 'Societies', state: 'State' },
}

/** The list of societies as it is filtered, as a file. */
export const exportSocieties = query({
  permission: 'organisation.export-societies',
  input: z.strictObject({ ...SocietyFilterInput, format: z.enum(['csv', 'xlsx']), language: Language }),
  output: ExportedFile,
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, today }) => {
    const { format, language, ...filter } = input
    const { rows } = await pageOfSocieties(db, { ...filter, limit: MOST }, today)
    const column = societyColumnWords[language]
    const kind = unitKindWords[language]
    const { sheet, state } = titles[language]
    const header = [column.code, column.name, column.category, state]
    const tiers = [kind.societyPartyCommittee, kind.officePartyOrganisation, kind.branchWorkingGroup]
    const body = rows.map((row) => [
      row.code,
      row.name,
      row.category ? societyCategoryWords[language][row.category] : null,
      unitStateWords[language][row.state],
      row.tier1,
      row.tier2,
      row.tier3,
    ])
    const table = await tableExport([[...header, ...tiers], ...body], format, sheet)
    return exportedFile(`${sheet} ${input.asOn ?? today}.${format}`, table)
  },
})
