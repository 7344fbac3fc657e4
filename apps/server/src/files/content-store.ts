import { createHash, randomUUID } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { Services } from '@dangjian/api/context'
import { makeFolder, syncFolder } from './durable-folder.ts'

/** Where the content with this SHA-256 lies in the data folder. */
export function contentPath(dataDir: string, sha256: string): string {
  return path.join(dataDir, 'files', sha256.slice(0, 2), sha256)
}

/** Content by its SHA-256, on disk before it is answered: written aside, synced, renamed, and its folders synced. */
export function openContentStore(dataDir: string): Services['files'] {
  return {
    async read(file, limit) {
      if (file.size > limit) throw new RangeError(`The file has ${file.size} bytes; at most ${limit} are read.`)
      return readFile(contentPath(dataDir, file.sha256))
    },
    async write(content) {
      const sha256 = createHash('sha256').update(content).digest('hex')
      const target = contentPath(dataDir, sha256)
      const folder = path.dirname(target)
      await makeFolder(folder)
      const aside = path.join(folder, `.${randomUUID()}`)
      const handle = await open(aside, 'wx')
      try {
        await handle.writeFile(content)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(aside, target)
      await syncFolder(folder)
      return { sha256, size: content.byteLength }
    },
  }
}
