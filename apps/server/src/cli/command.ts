import path from 'node:path'

/** Where a command of the operator's reads and writes; tests hand in their own. */
export interface CommandIo {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder that relative paths start from. */
  readonly folder: string
  out(text: string): void
  err(text: string): void
}

/** A command: its arguments after its name; answers its exit code. */
export interface CliCommand {
  /** As typed, e.g. `plan parse`. */
  readonly name: string
  /** One line: arguments and what it does. */
  readonly usage: string
  run(args: readonly string[], io: CommandIo): Promise<number>
}

/** The arguments are not what the command takes: said in one sentence, exit code 2. */
export class UsageError extends Error {}

/** The one folder that a command takes. What begins with a hyphen is an option meant for some other program. */
export function oneFolder(args: readonly string[], io: CommandIo): string {
  const [name, ...more] = args
  if (!name || more.length > 0) throw new UsageError('One folder is needed.')
  if (name.startsWith('-'))
    throw new UsageError(`There is no option ${name}; for a folder of that name write ./${name}`)
  return path.resolve(io.folder, name)
}

export function noArguments(args: readonly string[]): void {
  if (args.length > 0) throw new UsageError('It takes no arguments.')
}
