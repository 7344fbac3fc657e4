import { randomInt } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { AccountId, Role, RoleGrantId } from '@dangjian/domain/access'
import { insertAccount } from '@dangjian/db/access/account-store'
import { insertRoleGrant } from '@dangjian/db/access/role-grant-store'
import type { Storage } from '@dangjian/db/connection/storage'
import { passwords } from '../access/passwords.ts'
import { assignTask } from './assigned-task.ts'
import { publishTestCourse } from './published-course.ts'
import { buildWorld, type Place } from './world.ts'

/** Sings in every text that is somebody's: of any eight characters in a row of it, four give it away. */
export function canary(label: string): string {
  return `zqxj-${label}-zqxj`
}

/** What sings in a text. */
export function canariesIn(text: string): string[] {
  return [...new Set(text.match(/[\w-]*zqxj[\w-]*/gi) ?? [])]
}

export interface CanaryUser {
  readonly username: string
  readonly password: string
}

const USERS: readonly (readonly [username: string, role: Role | null, place: Place, nth: number])[] = [
  ['staff', 'associationAdministrator', 'association', 0],
  ['operator', 'systemOperator', 'association', 1],
  ['trainer', 'trainer', 'association', 2],
  ['secretary', 'societySecretary', 'a', 0],
  ['learner', null, 'a.office', 1],
]

/** A small world in which every name, password, question and paper carries a canary; and who may sign in to it. */
export async function buildCanaryWorld(storage: Storage) {
  const world = await buildWorld(storage)
  const users: CanaryUser[] = []
  const now = Date.now()
  const by = world.people.association[2]!
  for (const [name, role, place, nth] of USERS) {
    const user = { username: canary(`username-${name}`), password: canary(`password-${name}-${randomInt(1e9)}`) }
    const passwordHash = await passwords.hash(user.password)
    const personId = world.people[place][nth]!
    await storage.transact(async (tx) => {
      await insertAccount(tx, {
        id: uuidv7() as AccountId,
        personId,
        username: user.username,
        passwordHash,
        passwordChangedAt: now,
        passwordGivenAt: null,
        disabledAt: null,
        createdAt: now,
      })
      const unitId = world.units[place]
      if (!role) return
      await insertRoleGrant(tx, {
        id: uuidv7() as RoleGrantId,
        personId,
        role,
        unitId,
        fromOn: '2020-03-01',
        toOn: null,
      })
    })
    users.push(user)
  }
  await storage.transact(async (tx) => {
    await tx
      .updateTable('person')
      .set({ name: canary('person'), namePinyin: canary('pinyin') })
      .execute()
  })
  await assignTask(storage, by, [world.units.a, world.units.b], { title: canary('task') })
  await publishTestCourse(storage, {
    unitId: world.units.association,
    by,
    now,
    title: canary('course'),
    explanation: canary('explanation'),
    kinds: ['quiz'],
    questions: [{ kind: 'blank', stem: canary('stem'), accepted: [canary('right')] }],
  })
  return { world, users }
}
