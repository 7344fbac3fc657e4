import { asItComes, atMost, zero, type Figure } from '../figure.ts'
import { chosenBy, type BenchSettings } from './bench-run.ts'
import { measureBulk } from './bulk.ts'
import { drive, Line } from './drive.ts'
import { openInstallation, type Installation } from './installation.ts'
import { pathNames, preparePaths, type Path } from './paths.ts'
import { processorMs } from './server-load.ts'

export interface TenfoldSettings extends Omit<BenchSettings, 'concurrent' | 'plant'> {
  /** A fault that is planted among the many to see that it shows: their list has no index. */
  readonly withoutIndex?: boolean
}

/** All that can be chosen. */
export const tenfoldNames = [...pathNames, 'export']

/** How many at once. */
const CONCURRENT = 10
/** Among few and among many by turns, so that what else the machine does falls on both. */
const TURNS = 4
/** A page costs at most a fifth more among ten times as many; what grows as they do may cost ten times as much. */
const [SAME, GROWN] = [1.2, 12]

/**
 * Measures what each path costs the server, in processor time, among so many people and records and among ten times as
 * many. No answer is kept meanwhile.
 */
export async function runTenfold(settings: TenfoldSettings): Promise<Figure[]> {
  const { people, only, say } = settings
  const nothingKept = { preloads: ['meter.ts', 'fresh-answers.ts'], fromSources: true }
  const few = await openInstallation({ ...settings, ...nothingKept, withoutIndex: false }, say)
  try {
    const many = await openInstallation({ ...settings, ...nothingKept, people: people * 10 }, say)
    try {
      const chosen = chosenBy(only)
      const paths = await Promise.all([few, many].map((each) => preparePaths(each, chosen).then((made) => made.paths)))
      const figures = [asItComes('people among the few', people), asItComes('people among the many', people * 10)]
      for (const [n, path] of (paths[0] ?? []).entries()) {
        const same = paths[1]?.[n]
        if (!same) throw new Error(`${path.name} is not there among the many.`)
        say(`${path.name} …`)
        figures.push(...(await compare([few, path], [many, same], settings.seconds)))
      }
      figures.push(asItComes('ready after a warm start, among the many, ms', many.readyAfter))
      const bulk = await measureBulk(many, people, (name) => name === 'export' && chosen(name))
      return [...figures, ...bulk.map((each) => ({ ...each, figure: `among the many, ${each.figure}` }))]
    } finally {
      await many.close()
    }
  } finally {
    await few.close()
  }
}

type Side = readonly [Installation, Path]

async function compare(few: Side, many: Side, seconds: number): Promise<Figure[]> {
  const sides = [few, many].map(([{ url, pid }, { once }]) => {
    const line = new Line(url, CONCURRENT)
    return { line, pid, act: once(line), spent: 0, done: 0, errors: [] as string[] }
  })
  // The first turn warms both.
  for (let turn = 0; turn <= TURNS; turn += 1) {
    for (const side of sides) {
      const before = processorMs(side.pid)
      const { done, errors } = await drive(CONCURRENT, seconds / TURNS, side.act)
      side.errors.push(...errors)
      if (turn === 0) continue
      side.spent += processorMs(side.pid) - before
      side.done += done
    }
  }
  for (const { line } of sides) line.close()
  const [cost = 0, tenfold = 0] = sides.map(({ spent, done }) => spent / Math.max(1, done))
  const [, { name, grows }] = few
  return [
    { ...asItComes(`${name}: processor ms among the few`, 0), value: exact(cost) },
    { ...asItComes(`${name}: processor ms among the many`, 0), value: exact(tenfold) },
    {
      ...atMost(`${name}: times the cost among ten times as many`, tenfold / cost, grows ? GROWN : SAME),
      value: exact(tenfold / cost),
    },
    zero(
      `${name}: errors`,
      sides.reduce((sum, { errors }) => sum + errors.length, 0),
    ),
  ]
}

const exact = (value: number): number => Math.round(value * 100) / 100
