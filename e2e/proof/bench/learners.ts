import { randomBytes } from 'node:crypto'
import { tokenHashOf } from '@dangjian/api/access/sign-in'
import type { Db } from '@dangjian/db/database'
import { newId } from './fill.ts'

/**
 * Gives `count` people an account and a session, and answers their cookies' tokens: signing so many in would measure
 * argon2id before anything else begins.
 */
export async function enterLearners(db: Db, count: number): Promise<string[]> {
  const now = Date.now()
  const model = await db.selectFrom('account').selectAll().limit(1).executeTakeFirstOrThrow()
  const session = await db.selectFrom('session').selectAll().limit(1).executeTakeFirst()
  const people = await db
    .selectFrom('person')
    .select('id')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('account').select('account.id').whereRef('account.personId', '=', 'person.id'))),
    )
    .orderBy('id', 'desc')
    .limit(count)
    .execute()
  const tokens: string[] = []
  await db.transaction().execute(async (tx) => {
    for (const [n, person] of people.entries()) {
      const accountId = newId(now) as typeof model.id
      const token = randomBytes(32).toString('base64url')
      tokens.push(token)
      await tx
        .insertInto('account')
        .values({ ...model, id: accountId, personId: person.id, username: `bench-${n}`, createdAt: now })
        .execute()
      await tx
        .insertInto('session')
        .values({
          id: newId(now) as NonNullable<typeof session>['id'],
          tokenHash: tokenHashOf(token),
          accountId,
          device: 'bench',
          actingGrantId: null,
          createdAt: now,
          expiresAt: now + 86_400_000,
          revokedAt: null,
        })
        .execute()
    }
  })
  return tokens
}
