import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { among } from '../among.ts'
import { operate, type Place } from './operate.ts'

export interface Flips {
  /** Which kinds of files a byte was changed in. */
  readonly kinds: readonly string[]
  /** Where a changed byte went unseen. */
  readonly undetected: readonly string[]
}

/** Changes one bit of a file of each kind in turn, asks `backup verify`, and puts it back. */
export async function flipBytes(
  taken: string,
  key: string | undefined,
  settings: { readonly count: number; readonly random: () => number; readonly spared: boolean },
): Promise<Flips> {
  const byKind = await filesByKind(taken)
  const nowhere: Place = { dataDir: path.join(taken, 'nowhere'), databaseUrl: undefined }
  const kinds = [...byKind.keys()].toSorted()
  const undetected: string[] = []
  for (let n = 0; n < settings.count; n += 1) {
    const files = byKind.get(among(kinds, n)) ?? []
    const file = among(files, Math.floor(settings.random() * files.length))
    const putBack = settings.spared ? undefined : await flipBit(file, settings.random)
    const { code } = await operate(nowhere, ['backup', 'verify', taken], key)
    await putBack?.()
    if (code !== 1) undetected.push(`${path.relative(taken, file)}: exit code ${code}`)
  }
  return { kinds: kinds.slice(0, settings.count), undetected }
}

/** In the open a file's kind is the folder or the name it has; sealed ones tell nothing, so the largest, which is the database, is its own. */
async function filesByKind(taken: string): Promise<Map<string, string[]>> {
  const entries = await readdir(taken, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  const largest = files[sizes.indexOf(Math.max(...sizes))]
  const byKind = new Map<string, string[]>()
  for (const file of files) {
    const [first = ''] = path.relative(taken, file).split(path.sep)
    const kind = first === 'sealed' && file === largest ? 'sealed, the largest' : first
    byKind.set(kind, [...(byKind.get(kind) ?? []), file])
  }
  return byKind
}

async function flipBit(file: string, random: () => number): Promise<() => Promise<void>> {
  const { size } = await stat(file)
  const at = Math.floor(random() * size)
  const byte = Buffer.alloc(1)
  const write = async (bits: number): Promise<void> => {
    const handle = await open(file, 'r+')
    try {
      await handle.read(byte, 0, 1, at)
      byte.writeUInt8(byte.readUInt8() ^ bits)
      await handle.write(byte, 0, 1, at)
    } finally {
      await handle.close()
    }
  }
  const bit = 1 << Math.floor(random() * 8)
  await write(bit)
  return () => write(bit)
}
