import type { AccountId, PersonId, RoleGrant, RoleGrantId, SessionId } from '@dangjian/domain/access'
import type { Db } from '../database.ts'
import type { SessionTable as Session } from './tables.ts'

/** A session that is still good, with whose it is. */
export interface LiveSession extends Session {
  personId: PersonId
  personName: string
  passwordGivenAt: number | null
  secondFactorAt: number | null
  grants: (RoleGrant & { unitName: string })[]
}

/** The live session of a token: not revoked, not expired, its account not disabled, and seen since `idleSince`. */
export async function findLiveSession(
  db: Db,
  tokenHash: string,
  moment: { now: number; idleSince: number; today: string },
): Promise<LiveSession | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .innerJoin('person', 'person.id', 'account.personId')
    .leftJoin('secondFactor', 'secondFactor.accountId', 'account.id')
    .selectAll('session')
    .select([
      'account.personId',
      'account.passwordGivenAt',
      'secondFactor.enrolledAt as secondFactorAt',
      'person.name as personName',
    ])
    .where('session.tokenHash', '=', tokenHash)
    .where('session.revokedAt', 'is', null)
    .where('session.expiresAt', '>', moment.now)
    .where('session.seenAt', '>', moment.idleSince)
    .where('account.disabledAt', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const grants = await db
    .selectFrom('roleGrant')
    .innerJoin('unit', 'unit.id', 'roleGrant.unitId')
    .selectAll('roleGrant')
    .select('unit.name as unitName')
    .where('roleGrant.personId', '=', row.personId)
    .where('roleGrant.fromOn', '<=', moment.today)
    .where((eb) => eb.or([eb('roleGrant.toOn', 'is', null), eb('roleGrant.toOn', '>=', moment.today)]))
    .orderBy('roleGrant.id')
    .execute()
  return { ...row, grants }
}

/** Whether a session that was live a moment ago was ended meanwhile, or its account disabled. */
export async function isSessionEnded(db: Db, id: SessionId): Promise<boolean> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .select('session.id')
    .where('session.id', '=', id)
    .where((eb) => eb.or([eb('session.revokedAt', 'is not', null), eb('account.disabledAt', 'is not', null)]))
    .executeTakeFirst()
  return row !== undefined
}

export async function insertSession(db: Db, session: Session): Promise<void> {
  await db.insertInto('session').values(session).execute()
}

export async function findSession(db: Db, id: SessionId): Promise<(Session & { personId: PersonId }) | undefined> {
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .selectAll('session')
    .select('account.personId')
    .where('session.id', '=', id)
    .executeTakeFirst()
}

export async function listLiveSessions(db: Db, accountId: AccountId, now: number): Promise<Session[]> {
  return db
    .selectFrom('session')
    .selectAll()
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('seenAt', 'desc')
    .execute()
}

export async function revokeSessions(db: Db, accountId: AccountId, at: number, except?: SessionId): Promise<void> {
  let query = db
    .updateTable('session')
    .set({ revokedAt: at })
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
  if (except) query = query.where('id', '!=', except)
  await query.execute()
}

/** Ends every session of a person, who may have no account. */
export async function revokeSessionsOfPerson(db: Db, personId: PersonId, at: number): Promise<void> {
  await db
    .updateTable('session')
    .set({ revokedAt: at })
    .where('accountId', 'in', (eb) => eb.selectFrom('account').select('id').where('personId', '=', personId))
    .where('revokedAt', 'is', null)
    .execute()
}

export async function saveSessionRevoked(db: Db, id: SessionId, at: number): Promise<void> {
  await db.updateTable('session').set({ revokedAt: at }).where('id', '=', id).where('revokedAt', 'is', null).execute()
}

export async function saveSessionSeen(db: Db, id: SessionId, at: number): Promise<void> {
  await db.updateTable('session').set({ seenAt: at }).where('id', '=', id).execute()
}

export async function saveActingGrant(db: Db, id: SessionId, actingGrantId: RoleGrantId | null): Promise<void> {
  await db.updateTable('session').set({ actingGrantId }).where('id', '=', id).execute()
}
