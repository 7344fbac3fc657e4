import { z } from 'zod'
import { FileId, UnitId } from '@dangjian/domain/access'
import { SocietyColumn } from '@dangjian/domain/organisation'
import { query } from '../trpc.ts'
import { Columns } from './society-import-input.ts'
import { matchColumns, neededColumns, readSocietyFile } from './society-rows.ts'

const SAMPLE_ROWS = 3

/** Shows an uploaded table's columns, with which of them is probably what; what was chosen the last time comes first. */
export const matchSocietyColumns = query({
  permission: 'organisation.match-society-columns',
  input: z.strictObject({ unitId: UnitId, fileId: FileId }),
  output: z.strictObject({
    fileName: z.string(),
    rows: z.int(),
    header: z.array(z.string()),
    samples: z.array(z.array(z.string())),
    columns: Columns,
    needed: z.array(SocietyColumn),
    remembered: z.boolean(),
  }),
  target: ({ input }) => ({ unitId: input.unitId }),
  run: async ({ db, input, actor, files }) => {
    const file = await readSocietyFile(db, files, actor, input.fileId)
    return {
      fileName: file.fileName,
      rows: file.rows.length,
      header: [...file.header],
      samples: file.rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.map((cell) => cell.slice(0, 60))),
      ...(await matchColumns(db, input.unitId, file.header, undefined)),
      needed: [...neededColumns],
    }
  },
})
