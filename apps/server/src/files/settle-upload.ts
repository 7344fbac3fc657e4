import { statfs } from 'node:fs/promises'
import { refuseUpload, uploadFile } from '@dangjian/api/access/upload-file'
import type { Context } from '@dangjian/api/context'
import type { FileTable } from '@dangjian/db/access/tables'
import { decideFile, type FilePurpose } from '@dangjian/domain/access'
import { fileContent } from '@dangjian/formats/access/file-content'
import { discard, keep, type ArrivingFile } from './arriving-file.ts'
import { FileRefused } from './file-answer.ts'
import { inTurn } from './taking-turns.ts'

const UPLOADS = { tries: 300, windowMs: 10 * 60_000 }
/** Left free for the database, its journal and whatever else the system needs. */
export const RESERVE = 512 * 1024 * 1024

/** What is asked before any byte is read: who, how often, and whether there is room. */
export async function demandUpload(
  context: Context,
  dataDir: string,
  purpose: FilePurpose,
  announced: number,
): Promise<void> {
  const refusal = refuseUpload(context, purpose)
  if (refusal) throw new FileRefused(refusal)
  const busy = context.throttle(`upload:${context.actor?.personId}`, UPLOADS)
  if (busy) throw new FileRefused('too-many-tries', { minutes: Math.ceil(busy.retryAfter / 60) })
  const disk = await statfs(dataDir)
  if (disk.bavail * disk.bsize < announced + RESERVE) throw new FileRefused('storage-full')
}

/** Judges what has arrived by its content; keeps it and enters its row, or throws it away. */
export async function settleUpload(
  context: Context,
  dataDir: string,
  purpose: FilePurpose,
  arrived: ArrivingFile,
  given: { readonly name: string; readonly limit: number },
): Promise<FileTable> {
  try {
    const found = await fileContent(arrived.path)
    const decision = decideFile(
      { name: given.name, size: arrived.size, content: found.mediaType, whole: found.whole },
      purpose,
      given.limit,
    )
    if (!decision.ok) throw new FileRefused(decision.refusal, decision.detail)
    const { sha256, size } = arrived
    const file = await inTurn(sha256, async () => {
      await keep(dataDir, arrived)
      return uploadFile(context, purpose, { ...decision.value, sha256, size })
    })
    if (!file) throw new FileRefused('sign-in-needed')
    return file
  } finally {
    await discard(arrived.path)
  }
}
