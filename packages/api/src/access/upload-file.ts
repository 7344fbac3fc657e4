import {
  localDateOf,
  permissionOf,
  permits,
  purposeRules,
  type FileId,
  type FilePurpose,
  type FileRefusal,
} from '@dangjian/domain/access'
import { insertAuditEntry } from '@dangjian/db/access/audit-store'
import { findHomeUnit, insertFile } from '@dangjian/db/access/file-store'
import { isSessionEnded } from '@dangjian/db/access/session-store'
import type { FileTable } from '@dangjian/db/access/tables'
import type { Context } from '../context.ts'

/** Whether whoever asks may upload for this purpose; asked before a byte is read and again when the file is kept. */
export function refuseUpload(context: Pick<Context, 'actor'>, purpose: FilePurpose): FileRefusal | null {
  const answer = permits(permissionOf(purposeRules[purpose].action), context.actor, {})
  if (answer === 'sign-in-needed') return 'sign-in-needed'
  return answer === 'permitted' ? null : 'file-upload-not-permitted'
}

/**
 * Enters a file, whose content is on disk already, for the unit of the role worn; a mere learner's lies in their society.
 * The row and its audit entry share a transaction. Undefined where the session ended while the content came in.
 */
export async function uploadFile(
  context: Context,
  purpose: FilePurpose,
  content: Pick<FileTable, 'sha256' | 'name' | 'mediaType' | 'size'>,
): Promise<FileTable | undefined> {
  const { actor } = context
  if (!actor) throw new Error('A file needs somebody who uploads it.')
  const rule = purposeRules[purpose]
  return context.storage.transact(async (tx) => {
    if (await isSessionEnded(context.storage.read, actor.sessionId)) return undefined
    const now = context.clock()
    const unitId = actor.grant?.unitId ?? (await findHomeUnit(tx, actor.personId, localDateOf(now)))
    const file: FileTable = {
      id: context.newId() as FileId,
      ...content,
      purpose,
      unitId,
      audience: rule.audience,
      createdBy: actor.personId,
      createdAt: now,
    }
    await insertFile(tx, file)
    await insertAuditEntry(tx, {
      id: context.newId(),
      at: now,
      accountId: actor.accountId,
      personId: actor.personId,
      role: actor.grant?.role ?? null,
      actingUnitId: actor.grant?.unitId ?? null,
      action: rule.action,
      targetUnitId: unitId,
      targetPersonId: null,
      detail: JSON.stringify({ fileId: file.id, sha256: file.sha256, size: file.size }),
    })
    return file
  })
}
