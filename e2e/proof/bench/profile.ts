import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { resultsFolder, root } from '../../harness/folders.ts'
import { tidyUpAtSignals } from '../../harness/leave-nothing.ts'
import { count, partsOf, readOptions, seed } from '../options.ts'
import { chosenBy } from './bench-run.ts'
import { drive, Line } from './drive.ts'
import { flameGraph } from './flame-graph.ts'
import { openInstallation } from './installation.ts'
import { pathNames, preparePaths } from './paths.ts'
import { packageOf, timeBy, type CpuProfile } from './profile-table.ts'

const { values } = readOptions(
  {
    name: 'profile',
    does: 'Shows where the server’s time goes while the bench walks one of its paths: a flame graph (one page) and the\n`.cpuprofile` in `.results/profile`.',
  },
  {
    only: partsOf(pathNames, ['panorama'], 'the first path with that in its name'),
    people: count(20_000, 'how many people there are'),
    seconds: count(10, 'for how long it is walked'),
    concurrent: count(10, 'how many walk it at once'),
    seed,
  },
)
const say = (text: string): void => void process.stderr.write(`${text}\n`)
const { only, seconds, concurrent } = values
tidyUpAtSignals()
const installation = await openInstallation({ ...values, preloads: ['profiler.ts'] }, say)
try {
  const { paths } = await preparePaths(installation, chosenBy(only))
  const [chosen] = paths
  if (!chosen) throw new Error(`The bench has no path of the name ${only.join()}.`)
  say(`${chosen.name}, at ${concurrent} …`)
  const line = new Line(installation.url, concurrent)
  const once = chosen.once(line)
  await drive(concurrent, 2, once)
  await installation.instrument.ask()
  const { rate, errors } = await drive(concurrent, seconds, once)
  const { profile } = await installation.instrument.ask<{ profile: string }>()
  line.close()
  if (errors[0]) say(errors[0])
  await keep(chosen.name, await readFile(profile, 'utf8'), rate)
} finally {
  await installation.close()
}

async function keep(name: string, text: string, rate: number): Promise<void> {
  const profile = JSON.parse(text) as CpuProfile
  const place = (url: string): string => url.replace(pathToFileURL(root).href, '').replace(/.*\/node_modules\//, '')
  printRows('package', timeBy(profile, ({ url }) => packageOf(url)).slice(0, 12))
  const functions = timeBy(profile, ({ functionName, url, lineNumber }) =>
    `${functionName || '(anonymous)'} ${url && `${place(url)}:${lineNumber + 1}`}`.trim(),
  )
  printRows('function', functions.slice(0, 25))
  const folder = path.join(resultsFolder, 'profile')
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, name.replaceAll(/[^\p{L}\p{N}]+/gu, '-'))
  await writeFile(`${file}.cpuprofile`, text)
  await writeFile(`${file}.html`, flameGraph(`${name}.cpuprofile`, text))
  say(`${Math.round(rate)} a second. Flame graph: ${file}.html`)
}

function printRows(what: string, rows: ReturnType<typeof timeBy>): void {
  say(`\n self ms  total ms  by ${what}`)
  for (const { name, self, total } of rows)
    say(`${self.toFixed(0).padStart(8)}  ${total.toFixed(0).padStart(8)}  ${name}`)
}
