import { FileId, permissionOf, permits } from '@dangjian/domain/access'
import { findFile } from '@dangjian/db/access/file-store'
import type { FileTable } from '@dangjian/db/access/tables'
import { ancestorsOf } from '@dangjian/db/organisation/unit-scope'
import type { Context, HeldGrant } from '../context.ts'

/**
 * The file, when whoever asks may open it: what is for learners by everyone signed in, what lies in a unit from above it
 * and by whoever uploaded it. `wearing` are the roles it is asked in: a picture's address names none, so all held count.
 */
export async function openFile(
  context: Pick<Context, 'storage' | 'actor'>,
  id: string,
  wearing: readonly HeldGrant[],
): Promise<FileTable | undefined> {
  const { actor } = context
  const fileId = FileId.safeParse(id)
  const file = actor && fileId.success ? await findFile(context.storage.read, fileId.data) : undefined
  if (!actor || !file) return undefined
  if (file.audience === 'learners') {
    return permits(permissionOf('access.open-learners-file'), actor, {}) === 'permitted' ? file : undefined
  }
  const target = {
    personId: file.createdBy,
    ...(file.unitId ? { unitId: file.unitId, ancestors: await ancestorsOf(context.storage.read, file.unitId) } : {}),
  }
  const row = permissionOf('access.open-file')
  const grants = wearing.length > 0 ? wearing : [null]
  return grants.some((grant) => permits(row, { ...actor, grant }, target) === 'permitted') ? file : undefined
}
