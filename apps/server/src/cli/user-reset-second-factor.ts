import { findAccountByUsername } from '@dangjian/db/access/account-store'
import { deleteSecondFactor, findSecondFactor } from '@dangjian/db/access/second-factor-store'
import { revokeSessions } from '@dangjian/db/access/session-store'
import { migrate } from '@dangjian/db/migrations/migrate'
import { UsageError, type CliCommand } from './command.ts'
import { noteFromCommandLine } from './note.ts'
import { withServices } from './with-services.ts'

/** For a lost telephone without recovery codes. Make sure whom you are speaking to: only the password stays. */
export const userResetSecondFactor: CliCommand = {
  name: 'user reset-second-factor',
  usage: 'USERNAME — turns two-step sign-in off for an account whose telephone is lost, and ends its sessions',
  run: (args, io) => {
    const [username, ...more] = args
    if (!username || username.startsWith('-') || more.length > 0) throw new UsageError('One user name is needed.')
    return withServices(io, async (services) => {
      await migrate(services.storage)
      const refused = await services.storage.transact(async (tx) => {
        const account = await findAccountByUsername(tx, username)
        if (!account) return `There is no account "${username}".`
        if (!(await findSecondFactor(tx, account.id))) return `"${username}" has no second factor; nothing needs doing.`
        await deleteSecondFactor(tx, account.id)
        await revokeSessions(tx, account.id, services.clock())
        await noteFromCommandLine(tx, services, 'access.remove-second-factor', account.personId)
        return null
      })
      if (refused === null) io.out(`"${username.toLowerCase()}" signs in by password alone until it is set up again.\n`)
      else io.err(`${refused}\n`)
      return refused === null ? 0 : 1
    })
  },
}
