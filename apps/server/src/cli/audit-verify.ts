import { sealAudit, verifyAudit } from '@dangjian/api/access/audit-chain'
import { describeBrokenSeal } from '../doctor/broken-seal.ts'
import { noArguments, type CliCommand } from './command.ts'
import { withServices } from './with-services.ts'

export const auditVerify: CliCommand = {
  name: 'audit verify',
  usage: '— walks the hash chain of the audit log',
  run: async (args, io) => {
    noArguments(args)
    return withServices(io, async ({ storage, clock }) => {
      const found = await verifyAudit(storage.read)
      if (found.broken) {
        io.err(
          `The audit log ${describeBrokenSeal(found.broken)}. What was sealed before (${found.entries} entries) is whole; what was sealed later was not looked at. Take a backup of it as it is, and compare that time with older backups. The server may go on running: it adds entries and changes none.\n`,
        )
        return 1
      }
      await sealAudit(storage, clock())
      io.out(
        `The audit log is whole: ${found.seals} seals over ${found.entries} entries; ${found.unsealed} sealed now.\n`,
      )
      return 0
    })
  },
}
