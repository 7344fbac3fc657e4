import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { buildDoors } from '../../harness/build-doors.ts'
import { resultsFolder, root } from '../../harness/folders.ts'
import { drive, Line } from './drive.ts'
import { flameGraph } from './flame-graph.ts'
import { openInstallation } from './installation.ts'
import { preparePaths } from './paths.ts'
import { packageOf, timeBy, type CpuProfile } from './profile-table.ts'

/**
 * `npm run profile -- [--only panorama] [--people 20000] [--seconds 10] [--concurrent 10]`: where the server's time goes
 * while the bench walks one of its paths. Leaves a flame graph (one page) and the `.cpuprofile` in `.results/profile`.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'panorama' },
    people: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '10' },
    concurrent: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
})
const say = (text: string): void => void process.stderr.write(`${text}\n`)
const [people, seed] = [Number(values.people), Number(values.seed)]
const [seconds, concurrent] = [Number(values.seconds), Number(values.concurrent)]
await buildDoors()
const installation = await openInstallation({ people, seed, preloads: ['profiler.ts'] }, say)
try {
  const { paths } = await preparePaths(installation, (name) => name.includes(values.only))
  const [chosen] = paths
  if (!chosen) throw new Error(`The bench has no path of the name ${values.only}.`)
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
