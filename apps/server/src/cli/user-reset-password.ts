import { randomInt } from 'node:crypto'
import {
  accountRefusalWords,
  firstPassword,
  GIVEN_PASSWORD_DAYS,
  resetPassword as decide,
} from '@dangjian/domain/access'
import { findAccountByUsername, savePassword } from '@dangjian/db/access/account-store'
import { revokeSessions } from '@dangjian/db/access/session-store'
import { migrate } from '@dangjian/db/migrations/migrate'
import { UsageError, type CliCommand } from './command.ts'
import { noteFromCommandLine } from './note.ts'
import { withServices } from './with-services.ts'

/** For a password that was lost, also the only system operator's: prints a new one, once, to be changed at sign-in. */
export const userResetPassword: CliCommand = {
  name: 'user reset-password',
  usage: 'USERNAME — prints a new password once, ends the account’s sessions; it is changed at the next sign-in',
  run: (args, io) => {
    const [username, ...more] = args
    if (!username || username.startsWith('-') || more.length > 0) throw new UsageError('One user name is needed.')
    return withServices(io, async (services) => {
      await migrate(services.storage)
      const password = firstPassword((below) => randomInt(below))
      const passwordHash = await services.passwords.hash(password)
      const refused = await services.storage.transact(async (tx) => {
        const account = await findAccountByUsername(tx, username)
        if (!account) return `There is no account "${username}".`
        const now = services.clock()
        const decision = decide(account, null, now)
        if (!decision.ok) return accountRefusalWords.en[decision.refusal]
        const { passwordGivenAt } = decision.value
        await savePassword(tx, account.id, { passwordHash, passwordChangedAt: now, passwordGivenAt })
        await revokeSessions(tx, account.id, now)
        await noteFromCommandLine(tx, services, 'access.reset-password', account.personId)
        return null
      })
      if (refused !== null) {
        io.err(`${refused}\n`)
        return 1
      }
      io.out(`${password}\n`)
      io.err(
        `The password of "${username.toLowerCase()}", shown this once. It is good for ${GIVEN_PASSWORD_DAYS} days and is changed at the next sign-in.\n`,
      )
      return 0
    })
  },
}
