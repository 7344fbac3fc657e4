import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const children = new Set<ChildProcess>()
const folders = new Set<string>()
const disks = new Set<() => void>()

process.on('exit', () => {
  for (const child of children) killGroup(child)
  for (const unmount of disks) unmount()
  // One that was killed this moment may still have been writing.
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
})

/** Kills it where this process ends before it does; one that is detached with all that it started. */
export function endWithUs(child: ChildProcess): void {
  children.add(child)
  child.on('exit', () => children.delete(child))
}

/** A new folder, which is gone when this process has ended. */
export async function temporaryFolder(prefix: string, place = os.tmpdir()): Promise<string> {
  const folder = await mkdtemp(path.join(place, prefix))
  folders.add(folder)
  return folder
}

/** Unmounts what is mounted at it where this process ends first. Answers how to do so earlier. */
export function unmountWithUs(unmount: () => void): () => void {
  const once = (): void => {
    if (disks.delete(once)) unmount()
  }
  disks.add(once)
  return once
}

/** Left to itself, Node would end at a signal without tidying up. */
export function tidyUpAtSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => process.exit(128 + os.constants.signals[signal]))
  }
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It leads no group, or has ended.
    child.kill('SIGKILL')
  }
}
