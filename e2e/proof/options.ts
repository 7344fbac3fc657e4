import { parseArgs } from 'node:util'

/** What may be given to a command, and what holds where it is not. */
export interface Option<T> {
  readonly help: string
  /** What stands behind its name in the usage; it stands alone where there is nothing. */
  readonly shape?: string
  readonly fallback: T
  /** What it takes, in words. */
  readonly takes: string
  /** Undefined where that was not given. */
  readonly read: (text: string) => T | undefined
}

export interface Command {
  readonly name: string
  readonly does: string
  /** What has to be named besides the options, at least once. */
  readonly operands?: string
}

type Options = Readonly<Record<string, Option<unknown>>>
type Values<O extends Options> = { readonly [N in keyof O]: O[N] extends Option<infer T> ? T : never }

interface Understood<O extends Options> {
  readonly values: Values<O>
  readonly operands: readonly string[]
}

/** What is said in place of doing anything, and the exit code after it. */
interface Said {
  readonly text: string
  readonly code: 0 | 2
}

export function count(fallback: number, help: string): Option<number> {
  const read = (text: string) => (isCount(text) ? Number(text) : undefined)
  return { help, shape: 'N', fallback, takes: 'a whole number of at least 1', read }
}

export function counts(fallback: readonly number[], help: string): Option<readonly number[]> {
  const read = (text: string) => (text.split(',').every(isCount) ? text.split(',').map(Number) : undefined)
  return { help, shape: 'N,…', fallback, takes: 'whole numbers of at least 1, with commas between', read }
}

export function choice<const T extends string, const F extends T | undefined>(
  among: readonly T[],
  fallback: F,
  help: string,
): Option<T | F> {
  const read = (text: string) => among.find((each) => each === text)
  return { help, shape: among.join('|'), fallback, takes: `one of ${among.join(', ')}`, read }
}

/** Parts of names, with commas between. A comma before a space is one of a name. */
export function partsOf(
  names: readonly string[],
  fallback: readonly string[],
  help: string,
): Option<readonly string[]> {
  const read = (text: string) => {
    const parts = text.split(/,(?! )/)
    return parts.every((part) => part !== '' && names.some((name) => name.includes(part))) ? parts : undefined
  }
  return { help, shape: 'PART,…', fallback, takes: `parts of these names: ${names.join('; ')}`, read }
}

export function flag(help: string): Option<boolean> {
  return { help, fallback: false, takes: 'nothing', read: (text) => (text === '' ? true : undefined) }
}

export const seed = count(1, 'what is drawn by lot begins from it: the same number, the same run')
export const database = choice(['sqlite', 'postgres'], 'sqlite', 'where the server keeps its records')

/** What was asked of this process. Where that was help, or nothing it can do, it says so and ends. */
export function readOptions<const O extends Options>(command: Command, options: O): Understood<O> {
  const answer = understand(command, options, process.argv.slice(2))
  if ('values' in answer) return answer
  const stream = answer.code === 0 ? process.stdout : process.stderr
  stream.write(answer.text)
  process.exit(answer.code)
}

export function understand<const O extends Options>(
  command: Command,
  options: O,
  args: readonly string[],
): Understood<O> | Said {
  const wrong = (sentence: string): Said => ({ text: `${sentence}\n\n${usage(command, options)}`, code: 2 })
  const types = Object.entries(options).map(([name, { shape }]) => [
    name,
    { type: shape ? ('string' as const) : ('boolean' as const) },
  ])
  const { tokens } = parseArgs({ args: [...args], options: Object.fromEntries(types), strict: false, tokens: true })
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) {
    return { text: usage(command, options), code: 0 }
  }
  const values = Object.fromEntries(Object.entries(options).map(([name, { fallback }]) => [name, fallback]))
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (!option) return wrong(`There is no option ${token.rawName}.`)
    const text = token.value ?? ''
    const value = option.read(text)
    const given = text && `${JSON.stringify(text)} is not what is wanted: `
    if (value === undefined) return wrong(`${given}${token.rawName} takes ${option.takes}.`)
    values[token.name] = value
  }
  const [first] = operands
  if (!command.operands && first !== undefined) return wrong(`${JSON.stringify(first)} is no option.`)
  if (command.operands && first === undefined) return wrong(`Nothing is named: ${command.operands} is missing.`)
  return { values: values as Values<O>, operands }
}

function isCount(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) >= 1 && Number.isSafeInteger(Number(text))
}

function usage({ name, does, operands }: Command, options: Options): string {
  const rows = Object.entries(options).map(([option, { shape, help, fallback }]) => {
    const otherwise = [fallback].flat().filter(Boolean).join(',')
    return [`--${option} ${shape ?? ''}`.trimEnd(), otherwise ? `${help} (${otherwise})` : help] as const
  })
  const all = [...rows, ['--help', 'says this'] as const]
  const width = Math.max(...all.map(([option]) => option.length))
  const lines = all.map(([option, help]) => `  ${option.padEnd(width)}  ${help}`)
  const call = `Usage: npm run ${name} -- [OPTION …] ${operands ?? ''}`.trimEnd()
  return `${call}\n${does}\n\n${lines.join('\n')}\n`
}
