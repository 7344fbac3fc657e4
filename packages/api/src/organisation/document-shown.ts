import { z } from 'zod'
import { FileId } from '@dangjian/domain/access'

/** A paper as timelines show it: its number, its file, or neither. */
export const DocumentShown = z.strictObject({
  no: z.string().nullable(),
  file: z
    .strictObject({ id: FileId, name: z.string(), mediaType: z.string().nullable(), size: z.int().nullable() })
    .nullable(),
})

export function documentShown(row: {
  readonly documentNo: string | null
  readonly documentFileId: FileId | null
  readonly documentFileName: string | null
  readonly documentMediaType: string | null
  readonly documentSize: number | null
}): z.infer<typeof DocumentShown> {
  return {
    no: row.documentNo,
    file: row.documentFileId
      ? {
          id: row.documentFileId,
          name: row.documentFileName ?? '',
          mediaType: row.documentMediaType,
          size: row.documentSize,
        }
      : null,
  }
}
