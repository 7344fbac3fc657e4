import { migrate } from '@dangjian/db/migrations/migrate'
import { noArguments, type CliCommand } from './command.ts'
import { withServices } from './with-services.ts'

export const migrateCommand: CliCommand = {
  name: 'migrate',
  usage: '— brings the tables up to date',
  run: async (args, io) => {
    noArguments(args)
    return withServices(io, async ({ storage }) => {
      const done = await migrate(storage)
      io.out(done.length > 0 ? `Done: ${done.join(', ')}\n` : 'Nothing to do: the tables are up to date.\n')
      return 0
    })
  },
}
