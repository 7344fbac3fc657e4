import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { contentPath } from './content-store.ts'
import { makeFolder, syncFolder } from './durable-folder.ts'

/** Content that has arrived but is not kept yet. */
export interface ArrivingFile {
  readonly path: string
  readonly sha256: string
  readonly size: number
}

/** Where content lies while it arrives: on the same disk as what is kept, so that keeping it is a rename. */
export function arrivalFolder(dataDir: string): string {
  return path.join(dataDir, 'files', '.arriving')
}

/** What an ended process left half arrived is nobody's: it is thrown away at start. */
export async function clearArrivals(dataDir: string): Promise<void> {
  const folder = arrivalFolder(dataDir)
  await makeFolder(folder)
  for (const name of await readdir(folder)) await rm(path.join(folder, name), { force: true })
}

/** Writes a stream to disk while it is hashed, and syncs it. Nothing stays when the stream breaks. */
export async function receive(dataDir: string, stream: Readable): Promise<ArrivingFile> {
  const file = path.join(arrivalFolder(dataDir), randomUUID())
  const hash = createHash('sha256')
  let size = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.byteLength
      done(null, chunk)
    },
  })
  try {
    await pipeline(stream, counted, createWriteStream(file, { flags: 'wx', flush: true }))
  } catch (error) {
    await discard(file)
    throw error
  }
  return { path: file, sha256: hash.digest('hex'), size }
}

/** Hashes what another way of arriving has put on disk, and syncs it. */
export async function measure(file: string): Promise<ArrivingFile> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer)
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { path: file, sha256: hash.digest('hex'), size: (await stat(file)).size }
}

/** Moves arrived content to where its hash says, on disk when this answers. The same content kept twice lies there once. */
export async function keep(dataDir: string, arrived: ArrivingFile): Promise<void> {
  const target = contentPath(dataDir, arrived.sha256)
  const folder = path.dirname(target)
  await makeFolder(folder)
  await rename(arrived.path, target)
  await syncFolder(folder)
}

/** A second name for the same content: for an upload whose own file must stay until its client has heard of the end. */
export async function doubled(dataDir: string, arrived: ArrivingFile): Promise<ArrivingFile> {
  const file = path.join(arrivalFolder(dataDir), randomUUID())
  await link(arrived.path, file)
  return { ...arrived, path: file }
}

export async function discard(file: string): Promise<void> {
  await rm(file, { force: true })
}
