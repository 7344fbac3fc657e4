import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Copies a file, on disk when this answers, and says what was copied. */
export async function copyFile(from: string, to: string, mode = 0o600): Promise<{ size: number; sha256: string }> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let size = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.byteLength
      done(null, chunk)
    },
  })
  await pipeline(createReadStream(from), counted, createWriteStream(to, { flags: 'wx', mode, flush: true }))
  return { size, sha256: hash.digest('hex') }
}

/** Paths of the files of a data folder that a backup takes: content by its hash, and the keys. */
export async function listKept(dataDir: string): Promise<string[]> {
  const kept: string[] = []
  for (const folder of ['files', 'keys']) {
    const entries = await readdir(path.join(dataDir, folder), { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const name = path.relative(dataDir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')
      if (entry.isFile() && /^(files\/[0-9a-f]{2}\/[0-9a-f]{64}|keys\/\w+\.(pem|key))$/.test(name)) kept.push(name)
    }
  }
  return kept.toSorted()
}
