import type { AccountId, PersonId, RoleGrant, RoleGrantId, SessionId } from '@dangjian/domain/access'
import type { Db } from '../database.ts'
import type { SessionTable as Session } from './tables.ts'

/** A session that nobody has ended, with whose it is and the roles held on the day it is used. */
export interface HeldSession extends Session {
  personId: PersonId
  personName: string
  passwordGivenAt: number | null
  secondFactorAt: number | null
  grants: (RoleGrant & { unitName: string })[]
}

/** The session of a token: not revoked, its account not disabled. Whether its time is over is for the caller to say. */
export async function findHeldSession(db: Db, tokenHash: string, today: string): Promise<HeldSession | undefined> {
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
    .where('account.disabledAt', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const grants = await db
    .selectFrom('roleGrant')
    .innerJoin('unit', 'unit.id', 'roleGrant.unitId')
    .selectAll('roleGrant')
    .select('unit.name as unitName')
    .where('roleGrant.personId', '=', row.personId)
    .where('roleGrant.fromOn', '<=', today)
    .where((eb) => eb.or([eb('roleGrant.toOn', 'is', null), eb('roleGrant.toOn', '>=', today)]))
    .orderBy('roleGrant.id')
    .execute()
  return { ...row, grants }
}

/** When a session was last used. */
export async function findSessionSeen(db: Db, { id, createdAt }: Session): Promise<number> {
  const row = await db.selectFrom('sessionSeen').select('seenAt').where('sessionId', '=', id).executeTakeFirst()
  return row?.seenAt ?? createdAt
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

export async function listLiveSessions(
  db: Db,
  accountId: AccountId,
  moment: { now: number; idleSince: number },
): Promise<(Session & { seenAt: number })[]> {
  const rows = await db
    .selectFrom('session')
    .leftJoin('sessionSeen', 'sessionSeen.sessionId', 'session.id')
    .selectAll('session')
    .select((eb) => eb.fn.coalesce('sessionSeen.seenAt', 'session.createdAt').as('seenAt'))
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', moment.now)
    .orderBy('seenAt', 'desc')
    .execute()
  return rows.filter(({ seenAt }) => seenAt > moment.idleSince)
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
  await db
    .insertInto('sessionSeen')
    .values({ sessionId: id, seenAt: at })
    .onConflict((conflict) => conflict.column('sessionId').doUpdateSet({ seenAt: at }))
    .execute()
}

export async function saveActingGrant(db: Db, id: SessionId, actingGrantId: RoleGrantId | null): Promise<void> {
  await db.updateTable('session').set({ actingGrantId }).where('id', '=', id).execute()
}
