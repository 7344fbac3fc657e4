import type { AccountId } from '@dangjian/domain/access'
import type { Db } from '../database.ts'
import type { SecondFactorTable as SecondFactor } from './tables.ts'

export async function findSecondFactor(db: Db, accountId: AccountId): Promise<SecondFactor | undefined> {
  return db.selectFrom('secondFactor').selectAll().where('accountId', '=', accountId).executeTakeFirst()
}

export async function insertSecondFactor(db: Db, factor: SecondFactor, recoveryDigests: readonly string[]) {
  const { accountId } = factor
  await db.insertInto('secondFactor').values(factor).execute()
  await db
    .insertInto('recoveryCode')
    .values(recoveryDigests.map((digest) => ({ accountId, digest, usedAt: null })))
    .execute()
}

export async function deleteSecondFactor(db: Db, accountId: AccountId): Promise<void> {
  await db.deleteFrom('secondFactor').where('accountId', '=', accountId).execute()
  await db.deleteFrom('recoveryCode').where('accountId', '=', accountId).execute()
}

/** Uses a time step up; false when it or a later one was used already, also by somebody at the same moment. */
export async function spendTimeStep(db: Db, accountId: AccountId, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('secondFactor')
    .set({ lastStep: step })
    .where('accountId', '=', accountId)
    .where('lastStep', '<', step)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Uses a recovery code up; false when there is none such or it was used already. */
export async function spendRecoveryCode(db: Db, accountId: AccountId, digest: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recoveryCode')
    .set({ usedAt: at })
    .where('accountId', '=', accountId)
    .where('digest', '=', digest)
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function countRecoveryCodesLeft(db: Db, accountId: AccountId): Promise<number> {
  const { left } = await db
    .selectFrom('recoveryCode')
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .where('accountId', '=', accountId)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}
