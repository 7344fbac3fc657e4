import type { AccountId, FileId, RoleGrantId, SessionId } from '@dangjian/domain/access'
import { insertAccount } from '@dangjian/db/access/account-store'
import { insertFile } from '@dangjian/db/access/file-store'
import { insertRoleGrant } from '@dangjian/db/access/role-grant-store'
import { insertSession } from '@dangjian/db/access/session-store'
import type { Db } from '@dangjian/db/database'
import { newTwinId, type Twin, type TwinSite } from './twin.ts'

/** An account with a session and a role, of a member of the place. */
export async function addAccessTwins(tx: Db, site: TwinSite): Promise<Record<string, Twin>> {
  const { unitId, personId, place } = site
  const [accountId, sessionId, roleGrantId] = [newTwinId<AccountId>(), newTwinId<SessionId>(), newTwinId<RoleGrantId>()]
  await insertAccount(tx, {
    id: accountId,
    personId,
    username: `${place}.member`,
    passwordHash: '!',
    passwordChangedAt: 0,
    passwordGivenAt: null,
    disabledAt: null,
    createdAt: 0,
  })
  await insertSession(tx, {
    id: sessionId,
    tokenHash: sessionId,
    accountId,
    device: site.canary,
    actingGrantId: null,
    createdAt: 0,
    expiresAt: 0,
    revokedAt: null,
  })
  await insertRoleGrant(tx, { id: roleGrantId, personId, role: 'reviewer', unitId, fromOn: '2020-03-01', toOn: null })
  return {
    AccountId: { id: accountId, unitId, personId },
    SessionId: { id: sessionId, unitId, personId },
    RoleGrantId: { id: roleGrantId, unitId, personId },
  }
}

export async function addFileTwin(tx: Db, site: TwinSite): Promise<Record<string, Twin>> {
  const id = newTwinId<FileId>()
  await insertFile(tx, {
    id,
    sha256: '0'.repeat(64),
    name: `${site.canary}材料.txt`,
    mediaType: 'text/plain',
    size: 1,
    purpose: 'evidence',
    unitId: site.unitId,
    audience: 'unit',
    createdBy: site.personId,
    createdAt: 0,
  })
  return { FileId: { id, unitId: site.unitId, personId: site.personId } }
}
