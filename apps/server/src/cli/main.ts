import '../node-version.ts'
import '../own-files.ts'
import { UsageError, type CliCommand, type CommandIo } from './command.ts'

/** Every command of the operator's; each is read only when it is asked for. */
const commands: Readonly<Record<string, () => Promise<CliCommand>>> = {
  'audit verify': async () => (await import('./audit-verify.ts')).auditVerify,
  'backup verify': async () => (await import('./backup-verify.ts')).backupVerify,
  backup: async () => (await import('./backup.ts')).backup,
  doctor: async () => (await import('./doctor.ts')).doctor,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  'move-to-postgres': async () => (await import('./move-to-postgres.ts')).moveToPostgresCommand,
  'plan parse': async () => (await import('./plan-parse.ts')).planParse,
  restore: async () => (await import('./restore.ts')).restore,
  'seed demo': async () => (await import('./seed.ts')).seed,
  'user create': async () => (await import('./user-create.ts')).userCreate,
  'user reset-second-factor': async () => (await import('./user-reset-second-factor.ts')).userResetSecondFactor,
  'user reset-password': async () => (await import('./user-reset-password.ts')).userResetPassword,
}

const isHelp = (arg: string): boolean => arg === '--help' || arg === '-h'

async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const name = Object.keys(commands).find((each) => each.split(' ').every((word, index) => args[index] === word))
  const command = name === undefined ? undefined : await commands[name]?.()
  if (!command) {
    const asked = args.length > 0 && args[0] !== 'help' && !args.some(isHelp)
    const say = asked ? io.err : io.out
    say(`${asked ? `There is no command "${args.slice(0, 2).join(' ')}".\n` : ''}Commands:\n`)
    for (const load of Object.values(commands)) {
      const each = await load()
      say(`  dangjian ${each.name} ${each.usage}\n`)
    }
    return asked ? 2 : 0
  }
  const usage = `Usage: dangjian ${command.name} ${command.usage}\n`
  if (args.some(isHelp)) {
    io.out(usage)
    return 0
  }
  try {
    return await command.run(args.slice(command.name.split(' ').length), io)
  } catch (error) {
    const misused = String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')
    if (error instanceof UsageError || (error instanceof Error && misused)) {
      io.err(`${error.message}\n${usage}`)
      return 2
    }
    const { BackupUnusable } = await import('../backup/backup-unusable.ts')
    if (error instanceof BackupUnusable) {
      io.err(`${error.message}\n`)
      return 1
    }
    const sentence = (await import('../trouble.ts')).sentenceFor(error)
    if (sentence === undefined) throw error
    io.err(`${sentence}\n`)
    return 2
  }
}

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  folder: process.env.INIT_CWD ?? process.cwd(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
})
