import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { randomOf } from '../kill/random.ts'
import { Disk, leavings, type Leaving } from './disk.ts'
import { examineImage } from './image.ts'
import { workPlace, type Recording } from './recording.ts'

export interface PowerSettings {
  /** Moments at which the power is cut; each leaves as many states as there are ways to leave what was not synced. */
  readonly moments: number
  readonly seed: number
  readonly onMoment?: (n: number, harmed: number) => void
}

export interface PowerResult {
  readonly states: number
  /** States in which something acknowledged was not there, or not as it was. */
  readonly lossy: Readonly<Record<Leaving, number>>
  /** States whose database or audit chain was not whole. */
  readonly corrupt: number
  /** The first few things that were found wrong. */
  readonly examples: readonly string[]
  readonly acknowledged: number
  /** Under the load: a commit that is acknowledged was synced. */
  readonly commits: number
  readonly syncs: number
}

/** Rebuilds what power cuts at random moments of a recorded life could have left, and examines each. */
export async function cutPower(recording: Recording, settings: PowerSettings): Promise<PowerResult> {
  const random = randomOf(settings.seed)
  const disk = await Disk.of(recording.dataDir, recording.before)
  const timeline = Disk.timeline(recording.calls)
  const moments = chooseMoments(recording, settings.moments, random)
  const folder = await workPlace()
  const lossy: Record<Leaving, number> = { none: 0, all: 0, half: 0, torn: 0 }
  const examples: string[] = []
  let [reached, corrupt, states] = [0, 0, 0]
  let before = { commits: 0, syncs: 0 }
  try {
    for (const [n, moment] of moments.entries()) {
      for (; (timeline[reached]?.at ?? Infinity) <= moment; reached += 1) {
        const next = timeline[reached]
        if (!next) break
        disk.apply(next.call)
        if (next.at <= recording.loadFrom) before = { ...disk.log }
      }
      for (const leaving of leavings) {
        const image = path.join(folder, 'image')
        await mkdir(image)
        disk.leave(image, leaving, random)
        const { lost, faults } = await examineImage(image, recording, moment)
        await rm(image, { recursive: true })
        states += 1
        if (lost.length > 0) lossy[leaving] += 1
        if (faults.length > 0) corrupt += 1
        for (const { write, what } of lost.slice(0, 2)) examples.push(`${leaving}: ${write} ${what}`)
        for (const fault of faults.slice(0, 2)) examples.push(`${leaving}: ${fault}`)
      }
      settings.onMoment?.(n + 1, examples.length)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const acknowledged = recording.writes.filter(({ state }) => state === 'acknowledged').length
  const { commits, syncs } = { commits: disk.log.commits - before.commits, syncs: disk.log.syncs - before.syncs }
  return { states, lossy, corrupt, examples: examples.slice(0, 20), acknowledged, commits, syncs }
}

/**
 * Half of them anywhere, half just when something was acknowledged, files as often as all else: there a missing sync
 * shows. The last is the end of the load.
 */
function chooseMoments({ calls, writes, loadFrom, loadTo }: Recording, count: number, random: () => number): number[] {
  const acknowledged = writes.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined)
  const files = acknowledged.filter(({ kind }) => kind === 'file')
  // Without load, as on the first day, the start is what is looked at.
  const from = writes.length > 0 ? loadFrom : 0
  const begun = calls.flatMap((call) => (call.from >= from && call.from <= loadTo ? call.from : []))
  const anyOf = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)]
  const moments = Array.from({ length: count - 1 }, (_, n) => {
    const moment = n % 2 === 0 ? undefined : anyOf(n % 4 === 1 ? acknowledged : files)?.acknowledgedAt
    return moment ?? anyOf(begun) ?? loadTo
  })
  return [...moments, loadTo].sort((a, b) => a - b)
}
