import '../node-version.ts'
import { ConfigError } from '../config.ts'
import { auditVerify } from './audit-verify.ts'
import { UsageError, type CliCommand, type CommandIo } from './command.ts'
import { migrateCommand } from './migrate.ts'
import { planParse } from './plan-parse.ts'
import { seed } from './seed.ts'
import { userCreate } from './user-create.ts'

/** Every command of the operator's. */
const commands: readonly CliCommand[] = [auditVerify, migrateCommand, planParse, seed, userCreate]

async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word))
  if (!command) {
    const asked = args.length > 0 && args[0] !== 'help' && args[0] !== '--help'
    io.err(`${asked ? `There is no command "${args.slice(0, 2).join(' ')}".\n` : ''}Commands:\n`)
    for (const { name, usage } of commands) io.err(`  dangjian ${name} ${usage}\n`)
    return asked ? 2 : 0
  }
  try {
    return await command.run(args.slice(command.name.split(' ').length), io)
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`${error.message}\nUsage: dangjian ${command.name} ${command.usage}\n`)
      return 2
    }
    if (error instanceof ConfigError) {
      io.err(`${error.message}\n`)
      return 2
    }
    throw error
  }
}

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  folder: process.env.INIT_CWD ?? process.cwd(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
})
