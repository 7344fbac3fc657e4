import { z } from 'zod'
import { FileId } from '@dangjian/domain/access'

/** The paper that something stands on: its number, the file, or both. */
export const DocumentInput = {
  documentNo: z.string().trim().min(1).max(100).nullable(),
  documentFileId: FileId.nullable(),
}
