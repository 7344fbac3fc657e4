import { z } from 'zod'
import { Language } from '@dangjian/domain/access'
import { tableExport } from '@dangjian/formats/organisation/table-export'
import { questionTemplate } from '@dangjian/formats/training/table-question'
import { ExportedFile, exportedFile } from '../organisation/exported-file.ts'
import { query } from '../trpc.ts'

/** The spreadsheet that questions are written into, with an example of each kind. */
export const showQuestionTemplate = query({
  permission: 'training.show-question-template',
  input: z.strictObject({ format: z.enum(['xlsx', 'csv']), language: Language }),
  output: ExportedFile,
  run: async ({ input }) => {
    const name = input.language === 'en' ? 'Questions' : '试题模板'
    return exportedFile(
      `${name}.${input.format}`,
      await tableExport(questionTemplate(input.language), input.format, name),
    )
  },
})
