import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'

/** Windows opens no folder, and NTFS keeps names in a journal of its own. */
const namesAreKept = process.platform === 'win32'

/** The name of a file that was made or moved is on disk only when its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  if (namesAreKept) return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export function syncFolderNow(folder: string): void {
  if (namesAreKept) return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Makes a folder and those above it, all their names on disk. The one above is synced even where the folder was there:
 * whoever made it a moment ago may not have come to that yet.
 */
export async function makeFolder(folder: string): Promise<void> {
  const made = foldersMade(folder, await mkdir(folder, { recursive: true }))
  for (const each of new Set([folder, ...made])) await syncFolder(path.dirname(each))
}

/** The same for the start of the process, where nobody else makes folders. */
export function makeFolderNow(folder: string, mode?: number): void {
  for (const each of foldersMade(folder, mkdirSync(folder, { recursive: true, mode }))) {
    syncFolderNow(path.dirname(each))
  }
}

/** From the lowest up to the first one that was made. */
function foldersMade(lowest: string, first: string | undefined): string[] {
  const made: string[] = []
  if (first === undefined) return made
  for (let each = path.resolve(lowest); each.length >= first.length; each = path.dirname(each)) made.push(each)
  return made
}
