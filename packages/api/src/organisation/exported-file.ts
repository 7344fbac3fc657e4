import { z } from 'zod'
import type { ExportedTable } from '@dangjian/formats/organisation/table-export'

/** A file made for the asker, whole in the answer: lists of the organisation are small. */
export const ExportedFile = z.strictObject({ fileName: z.string(), mediaType: z.string(), base64: z.base64() })

export function exportedFile(fileName: string, table: ExportedTable): z.infer<typeof ExportedFile> {
  return { fileName, mediaType: table.mediaType, base64: Buffer.from(table.content).toString('base64') }
}
