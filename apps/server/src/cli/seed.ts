import { parseArgs } from 'node:util'
import { migrate } from '@dangjian/db/migrations/migrate'
import { isSeeded, seedDemo } from '../demo/seed.ts'
import { UsageError, type CliCommand } from './command.ts'
import { withServices } from './with-services.ts'

export const seed: CliCommand = {
  name: 'seed demo',
  usage: '[--people N] — writes the demo data into an empty installation, with N more people where asked',
  run: (args, io) => {
    const { values } = parseArgs({ args: [...args], options: { people: { type: 'string', default: '0' } } })
    const people = Number(values.people)
    if (!Number.isInteger(people) || people < 0) throw new UsageError('--people takes a whole number.')
    return withServices(io, async (services) => {
      await migrate(services.storage)
      if (await isSeeded(services.storage)) {
        io.err('This installation already holds data; demo data goes into an empty one only. Name an empty DATA_DIR.\n')
        return 1
      }
      await seedDemo(services, { people })
      io.out('Demo data written.\n')
      return 0
    })
  },
}
