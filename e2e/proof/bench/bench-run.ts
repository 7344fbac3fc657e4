import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { rateRawWrites } from '@dangjian/db/testing/raw-writes'
import { asItComes, atLeast as least, atMost, zero, type Figure } from '../figure.ts'
import { driveBareHttp } from './beside.ts'
import { bulkNames, measureBulk } from './bulk.ts'
import { drive, Line, type Driven } from './drive.ts'
import { openInstallation, type Installation } from './installation.ts'
import { signInOn } from './page-requests.ts'
import { coursePath, pathNames, preparePaths, type Path } from './paths.ts'
import { phoneFigures } from './phone.ts'
import { processorMs, type Metered } from './server-load.ts'
import { timingFigures, timingNames } from './timing.ts'

export interface BenchSettings {
  readonly people: number
  readonly seconds: number
  readonly concurrent: readonly number[]
  /** Parts of the names of what is measured; all of it where there are none. */
  readonly only: readonly string[]
  readonly seed: number
  /** A folder with the demo; where none is given, it is written. */
  readonly demo?: string
  /** A fault that is planted in the server to see that it shows. */
  readonly plant?: 'slow' | 'errors'
  readonly say: (text: string) => void
}

const PHONE = 'course page by a cheap phone on 3G'
/** All that can be chosen. */
export const benchNames = [...pathNames, ...timingNames, PHONE, ...bulkNames]

/** For how long what stands beside is measured, at most. */
const BESIDE_SECONDS = 2
/** A path is gone for so long before it is measured. */
const WARM_SECONDS = 1
/** How many at once the targets are for. */
const RATED = 10
const MEMORY_MIB = 200
const READY_MS = 1000
/** Of each kind, at most: the median is told. */
const PHONE_VISITS = 3

/** Measures the built product on an installation of its own. */
export async function runBench(settings: BenchSettings): Promise<Figure[]> {
  const { plant, say } = settings
  const preloads = ['meter.ts', ...(plant ? [`plant-${plant}.ts`] : [])]
  const installation = await openInstallation({ ...settings, preloads }, say)
  try {
    return await measureAll(installation, settings)
  } finally {
    await installation.close()
  }
}

export function chosenBy(only: readonly string[]): (name: string) => boolean {
  return (name) => only.length === 0 || only.some((part) => name.includes(part))
}

async function measureAll(installation: Installation, settings: BenchSettings): Promise<Figure[]> {
  const { people, concurrent, seconds, only, say } = settings
  const chosen = chosenBy(only)
  const { paths, visits } = await preparePaths(installation, chosen)
  const figures: Figure[] = []
  let most = 0
  for (const at of paths.length > 0 ? concurrent : []) {
    const short = Math.min(BESIDE_SECONDS, seconds)
    const bare = await driveBareHttp(at, short)
    const raw = rateRawWrites(await mkdtemp(path.join(installation.folder, 'raw-')), at, short)
    figures.push(asItComes(`bare HTTP server, at ${at}: a second`, bare.rate))
    figures.push(asItComes(`raw better-sqlite3 writes, at ${at}: a second`, raw))
    for (const each of paths) {
      say(`${each.name}, at ${at} …`)
      const measured = await measurePath(installation, each, at, seconds)
      most = Math.max(most, measured.memory)
      figures.push(...pathFigures(each, at, measured, raw))
      if (measured.errors[0]) say(`${each.name}, at ${at}: ${measured.errors[0]}`)
    }
  }
  if (paths.length > 0) figures.push(atMost('memory under that load, MiB', most, MEMORY_MIB))
  figures.push(atMost('ready after a warm start, ms', installation.readyAfter, READY_MS))
  const course = visits['course page']
  if (course) {
    figures.push(atMost('first visit to a course page, KB', course.first.bytes / 1000, 240))
    figures.push(atMost('first visit to a course page, requests', course.first.requests, 15))
  }
  say('What must look alike …')
  figures.push(...(await timingFigures(installation, chosen)))
  if (chosen(PHONE)) {
    const { url, society } = installation
    say(`${PHONE} …`)
    const visits = Math.min(PHONE_VISITS, Math.ceil(seconds))
    const path = await coursePath(url, society)
    figures.push(...(await phoneFigures(url, path, visits, (page) => signInOn(page, 'learner'))))
  }
  return [...figures, ...(await measureBulk(installation, people, chosen))]
}

interface Measured extends Driven, Metered {
  /** Of processors: 1 is one of them, busy all the time. */
  readonly processors: number
}

async function measurePath(
  { url, pid, instrument }: Installation,
  { once }: Path,
  concurrent: number,
  seconds: number,
): Promise<Measured> {
  const line = new Line(url, concurrent)
  const act = once(line)
  await drive(concurrent, Math.min(WARM_SECONDS, seconds), act)
  await instrument.ask()
  const before = processorMs(pid)
  const begun = performance.now()
  const driven = await drive(concurrent, seconds, act)
  const processors = (processorMs(pid) - before) / (performance.now() - begun)
  line.close()
  return { ...driven, ...(await instrument.ask<Metered>()), processors }
}

function pathFigures({ name, atLeast, within }: Path, at: number, measured: Measured, raw: number): Figure[] {
  const rated = at === RATED
  const bound = rated ? atLeast?.(raw) : undefined
  const named = (what: string): string => `${name}, at ${at}: ${what}`
  const { rate, p99, errors } = measured
  return [
    bound === undefined ? asItComes(named('a second'), rate) : least(named('a second'), rate, bound),
    asItComes(named('p50, ms'), measured.p50),
    asItComes(named('p95, ms'), measured.p95),
    rated && within !== undefined ? atMost(named('p99, ms'), p99, within) : asItComes(named('p99, ms'), p99),
    asItComes(named('event loop delay p99, ms'), measured.loop),
    asItComes(named('processors of the server'), measured.processors),
    asItComes(named('memory of the server, MiB'), measured.memory),
    zero(named('errors'), errors.length),
  ]
}
