import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const children = new Set<ChildProcess>()
const folders = new Set<string>()

process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
  // One that was killed this moment may still have been writing.
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
})

/** Kills it where this process ends before it does. */
export function endWithUs(child: ChildProcess): void {
  children.add(child)
  child.on('exit', () => children.delete(child))
}

/** A new folder in the system's place for such, which is gone when this process has ended. */
export async function temporaryFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), prefix))
  folders.add(folder)
  return folder
}

/** Left to itself, Node would end at a signal without tidying up. */
export function tidyUpAtSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => process.exit(128 + os.constants.signals[signal]))
  }
}
