import { sealAudit, verifyAudit } from '@dangjian/api/access/audit-chain'
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
          `The audit log does not hold at seal ${found.broken.seq} (${found.broken.reason}): ${found.seals} seals before it are whole. Keep the data folder as it is and compare with the last backup.\n`,
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
