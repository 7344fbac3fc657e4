import { parseArgs } from 'node:util'
import {
  decidePassword,
  fillWords,
  isSeparatedRole,
  localDateOf,
  passwordRefusalWords,
  Role,
  type AccountId,
  type PersonId,
  type RoleGrantId,
  type UnitId,
} from '@dangjian/domain/access'
import { MemberStatus } from '@dangjian/domain/organisation'
import { findAccountByUsername, insertAccount } from '@dangjian/db/access/account-store'
import { insertRoleGrant } from '@dangjian/db/access/role-grant-store'
import { insertMembership, insertPerson } from '@dangjian/db/organisation/person-store'
import { insertUnit } from '@dangjian/db/organisation/unit-store'
import { migrate } from '@dangjian/db/migrations/migrate'
import type { Db } from '@dangjian/db/database'
import type { Services } from '@dangjian/api/context'
import { leaked } from '../access/leaked-passwords.ts'
import { UsageError, type CliCommand, type CommandIo } from './command.ts'
import { noteFromCommandLine } from './note.ts'
import { withServices } from './with-services.ts'

/**
 * The first way into a new installation: a person at the association with an account and one role.
 * The password comes by standard input or by PASSWORD, never as an argument that others see in the process list; it is
 * good for the first sign-in, which asks for another.
 */
export const userCreate: CliCommand = {
  name: 'user create',
  usage:
    'USERNAME --name NAME --role ROLE [--member full|probationary|none] — makes an account at the association; the password comes by PASSWORD or standard input; whether the person is a Party member is not claimed unless given',
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { name: { type: 'string' }, role: { type: 'string' }, member: { type: 'string', default: 'unknown' } },
    })
    const username = positionals[0]?.toLowerCase()
    if (!username || !values.name) throw new UsageError('A user name and --name are needed.')
    const role = Role.safeParse(values.role)
    if (!role.success) throw new UsageError(`--role takes one of: ${Role.options.join(', ')}.`)
    const memberStatus = MemberStatus.safeParse(values.member)
    if (!memberStatus.success) throw new UsageError(`--member takes one of: ${MemberStatus.options.join(', ')}.`)
    const password = io.env.PASSWORD || (await readStandardInput())
    if (!password) throw new UsageError('No password given: set PASSWORD, or send it by standard input.')
    const decision = decidePassword(password, { username, name: values.name }, await leaked())
    if (!decision.ok) throw new UsageError(fillWords(passwordRefusalWords.en[decision.refusal], decision.detail))
    const name = values.name
    return withServices(io, async (services) => {
      await migrate(services.storage)
      const passwordHash = await services.passwords.hash(password)
      return services.storage.transact((tx) =>
        create(tx, services, { username, name, role: role.data, memberStatus: memberStatus.data, passwordHash }, io),
      )
    })
  },
}

async function create(
  tx: Db,
  services: Services,
  user: { username: string; name: string; role: Role; memberStatus: MemberStatus; passwordHash: string },
  io: CommandIo,
): Promise<number> {
  if (await findAccountByUsername(tx, user.username)) {
    io.err(`The user name "${user.username}" is taken; choose another.\n`)
    return 1
  }
  const now = services.clock()
  const today = localDateOf(now)
  const unitId = await associationUnit(tx, services)
  const personId = services.newId() as PersonId
  const { name, memberStatus } = user
  await insertPerson(tx, { id: personId, name, memberStatus, rev: 1, createdAt: now })
  await insertMembership(tx, { id: services.newId(), unitId, personId, fromOn: today, toOn: null })
  await insertAccount(tx, {
    id: services.newId() as AccountId,
    personId,
    username: user.username,
    passwordHash: user.passwordHash,
    passwordChangedAt: now,
    passwordGivenAt: now,
    disabledAt: null,
    createdAt: now,
  })
  await insertRoleGrant(tx, {
    id: services.newId() as RoleGrantId,
    personId,
    role: user.role,
    unitId,
    fromOn: today,
    toOn: null,
  })
  await noteFromCommandLine(tx, services, 'access.create-account', personId)
  io.out(`Made "${user.username}"${isSeparatedRole(user.role) ? ' (this role sees no business data)' : ''}.\n`)
  return 0
}

/** The association is the root of the tree; a new installation has it from its first account on. */
async function associationUnit(tx: Db, services: Services): Promise<UnitId> {
  const found = await tx.selectFrom('unit').select('id').where('kind', '=', 'association').executeTakeFirst()
  if (found) return found.id
  const id = services.newId() as UnitId
  const now = services.clock()
  await insertUnit(tx, {
    id,
    kind: 'association',
    tier: null,
    parentId: null,
    societyId: null,
    code: null,
    name: '中国科学技术协会',
    category: null,
    form: null,
    affiliation: null,
    state: 'active',
    stateOn: localDateOf(now),
    foundedOn: null,
    endedOn: null,
    mergedIntoId: null,
    seq: 0,
    rev: 1,
    createdAt: now,
  })
  return id
}

/** Nothing at a terminal, which would show it as it is typed. */
async function readStandardInput(): Promise<string> {
  if (process.stdin.isTTY) return ''
  let text = ''
  for await (const chunk of process.stdin) text += String(chunk)
  return text.replace(/\r?\n$/, '')
}
