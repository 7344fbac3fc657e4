import { z } from 'zod'
import { FileId } from '@dangjian/domain/access'
import { WORK_POINTS_LENGTH } from '@dangjian/domain/tasks'
import { DOCUMENT_LIMIT, documentText } from '@dangjian/formats/tasks/document-text'
import { findOwnFile } from '../access/own-file.ts'
import { accept, query, refuseWith } from '../trpc.ts'
import { associationAtLarge } from './plan-target.ts'

/** The text of an uploaded work-points document, for showing its outline before a plan is made of it. */
export const readWorkPoints = query({
  permission: 'tasks.read-work-points',
  input: z.strictObject({ fileId: FileId }),
  output: z.strictObject({
    name: z.string(),
    kind: z.enum(['text', 'word', 'pdf']),
    encoding: z.string().nullable(),
    text: z.string(),
  }),
  target: associationAtLarge,
  run: async ({ db, input, actor, files }) => {
    const file = await findOwnFile(db, input.fileId, actor)
    const bytes = await files.read(file, DOCUMENT_LIMIT)
    const { text, kind, encoding } = accept(await documentText(bytes, file.name))
    if (text.length > WORK_POINTS_LENGTH) refuseWith('document-too-long', { count: WORK_POINTS_LENGTH })
    return { name: file.name, kind, encoding, text }
  },
})
