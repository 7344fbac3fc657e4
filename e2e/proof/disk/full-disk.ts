import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { rmdir } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { temporaryFolder, unmountWithUs } from '../../harness/leave-nothing.ts'

/** A small disk of its own, which a test fills. */
export interface SmallDisk {
  readonly folder: string
  /** Fills it to its last byte. */
  fill(): void
  free(): void
  /** What it holds can only be read from now on. */
  makeReadOnly(): void
  forget(): Promise<void>
}

const did = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0

/** Whether a disk may be mounted here: that takes root, on Linux. */
export function mayMount(): boolean {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dangjian-disk-'))
  const may = did('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder)
  if (may) did('umount', folder)
  rmdirSync(folder)
  return may
}

/** A disk in memory. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await temporaryFolder('dangjian-disk-')
  if (!did('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) {
    await rmdir(folder)
    throw new Error(`No disk can be mounted at ${folder}: that takes root, on Linux.`)
  }
  const unmount = unmountWithUs(() => did('umount', folder) || did('umount', '-l', folder))
  const filler = path.join(folder, 'filler')
  return {
    folder,
    fill: () => fillWith(filler),
    free: () => rmSync(filler),
    makeReadOnly() {
      if (!did('mount', '-o', 'remount,ro', folder)) throw new Error(`${folder} could not be made read-only.`)
    },
    async forget() {
      unmount()
      await rmdir(folder)
    },
  }
}

function fillWith(file: string): void {
  const descriptor = openSync(file, 'w')
  for (let size = 4 * 1024 * 1024; size >= 512; size /= 2) {
    try {
      for (;;) writeSync(descriptor, Buffer.alloc(size))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
  closeSync(descriptor)
}
