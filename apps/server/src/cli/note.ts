import type { Action, PersonId } from '@dangjian/domain/access'
import { insertAuditEntry } from '@dangjian/db/access/audit-store'
import type { Db } from '@dangjian/db/database'
import type { Services } from '@dangjian/api/context'

/** The log's entry of what an operator did to an account by command: nobody was signed in, so nobody is named as doing it. */
export async function noteFromCommandLine(
  tx: Db,
  services: Services,
  action: Action,
  targetPersonId: PersonId,
): Promise<void> {
  await insertAuditEntry(tx, {
    id: services.newId(),
    at: services.clock(),
    accountId: null,
    personId: null,
    role: null,
    actingUnitId: null,
    action,
    targetUnitId: null,
    targetPersonId,
    detail: JSON.stringify({ by: 'command-line' }),
  })
}
