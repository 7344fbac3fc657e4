import { ConfigError, readConfig } from '../config.ts'
import { examineDatabase } from '../doctor/examine-database.ts'
import { examineFolder, examineNetwork } from '../doctor/examine-folder.ts'
import { well, wrong, type Finding } from '../doctor/finding.ts'
import { UsageError, type CliCommand } from './command.ts'

const SIGNS = { well: '✓', doubtful: '?', wrong: '✗' } as const

export const doctor: CliCommand = {
  name: 'doctor',
  usage: '[--quick] — says what is wrong with this installation and how to mend it; --quick does not read every file',
  async run(args, io) {
    if (args.some((arg) => arg !== '--quick')) throw new UsageError('Only --quick is known.')
    const findings = await examine(io.env, io.folder, !args.includes('--quick'))
    for (const { about, state, says, mend } of findings) {
      io.out(`${SIGNS[state]} ${about}: ${says}\n${mend ? `    → ${mend}\n` : ''}`)
    }
    const count = findings.filter(({ state }) => state === 'wrong').length
    io.out(count === 0 ? 'Nothing is wrong.\n' : `${count} ${count === 1 ? 'thing is' : 'things are'} wrong.\n`)
    return count === 0 ? 0 : 1
  },
}

/** Looks without changing anything: a folder or database that is not there is not made. */
async function examine(
  env: Readonly<Record<string, string | undefined>>,
  from: string,
  thorough: boolean,
): Promise<Finding[]> {
  const node = well('Node', `${process.versions.node}.`)
  try {
    const config = readConfig(env, from)
    const folder = await examineFolder(config)
    const usable = folder.every(({ about, state }) => about !== 'data folder' || state !== 'wrong')
    const database = usable ? await examineDatabase(config, Date.now(), thorough) : []
    return [node, ...folder, ...database, ...examineNetwork(config)]
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return [
      node,
      ...error.message.split('\n').map((line) => wrong('settings', line, 'Correct this environment variable.')),
    ]
  }
}
