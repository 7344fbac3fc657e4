import { z } from 'zod'
import { Language } from '@dangjian/domain/access'
import { zipOf } from '@dangjian/formats/access/zip'
import { ExportedFile, exportedFile } from '../organisation/exported-file.ts'
import { query } from '../trpc.ts'
import { gatherMyData } from './my-data.ts'
import { myDataFiles } from './my-data-files.ts'
import { myDataWords } from './my-data-words.ts'

/** Everything that the school keeps of whoever asks, for taking away: for programs, for spreadsheets, and explained. */
export const exportMyData = query({
  permission: 'training.export-my-data',
  input: z.strictObject({ language: Language }),
  output: ExportedFile,
  run: async ({ db, input, actor, now, today }) => {
    const files = myDataFiles(await gatherMyData(db, actor.personId, now, today), input.language)
    const content = zipOf(files, new Date(now))
    return exportedFile(`${myDataWords[input.language].title} ${today}.zip`, { mediaType: 'application/zip', content })
  },
})
