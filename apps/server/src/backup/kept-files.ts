import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** Files of a data folder that a backup takes: content by its hash, and the keys. */
export const KEPT = /files\/[0-9a-f]{2}\/[0-9a-f]{64}|keys\/\w+\.(?:pem|key)/

const ONLY = new RegExp(`^(?:${KEPT.source})$`)

/** Their paths within the data folder. */
export async function listKept(dataDir: string): Promise<string[]> {
  const kept: string[] = []
  for (const folder of ['files', 'keys']) {
    const entries = await readdir(path.join(dataDir, folder), { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const name = path.relative(dataDir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')
      if (entry.isFile() && ONLY.test(name)) kept.push(name)
    }
  }
  return kept.toSorted()
}
