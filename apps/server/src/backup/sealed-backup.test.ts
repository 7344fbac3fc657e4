import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeBackupFolder, openBackupFolder, type FileSum } from './backup-folder.ts'
import { readBackupKey } from './backup-key.ts'
import { readVerifiedManifest, writeManifest, type Manifest } from './manifest.ts'
import { seal, unseal, Unsealable } from './seal.ts'

// Some thousand bytes are changed in turn.
vi.setConfig({ testTimeout: 120_000 })

const key = randomBytes(32)
const CHUNK = 64 * 1024

async function* pieces(content: Buffer, size = 50_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.byteLength; at += size) yield content.subarray(at, at + size)
}

async function gathered(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const bytes of content) parts.push(bytes)
  return Buffer.concat(parts)
}

describe('a sealed stream', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])('of %i bytes opens to what was sealed', async (size) => {
    const content = randomBytes(size)
    const sealed = await gathered(seal(pieces(content), key))
    // A few bytes may stand there by chance.
    if (size >= 32) expect(sealed.includes(content.subarray(0, 32))).toBe(false)
    expect((await gathered(unseal(pieces(sealed, 7777), key))).equals(content)).toBe(true)
  })

  it('does not open when cut at a chunk, lengthened, reordered, or with another key', async () => {
    const sealed = await gathered(seal(pieces(randomBytes(3 * CHUNK)), key))
    const step = CHUNK + 16
    const [first, second, third] = [0, 1, 2].map((n) => sealed.subarray(n * step, (n + 1) * step))
    if (!first || !second || !third) throw new Error('Three chunks were sealed.')
    for (const broken of [
      Buffer.concat([first, second]),
      Buffer.concat([first, second, third, Buffer.alloc(1)]),
      Buffer.concat([second, first, third]),
      Buffer.alloc(0),
    ]) {
      await expect(gathered(unseal(pieces(broken), key))).rejects.toThrow(Unsealable)
    }
    await expect(gathered(unseal(pieces(sealed), randomBytes(32)))).rejects.toThrow(Unsealable)
  })
})

const content = (name: string): Buffer => Buffer.from(`content of ${name}, 委员会。`)

async function fill(folder: string, sealedWith: Buffer | undefined): Promise<Manifest> {
  const made = await makeBackupFolder(folder, sealedWith)
  const files: Record<string, FileSum> = {}
  for (const name of ['database.db', `files/ab/${'ab'.repeat(32)}`, 'keys/secret.key', 'tables/person.jsonl']) {
    files[name] = await made.write(name, pieces(content(name)))
  }
  const manifest: Manifest = {
    ...{ format: 2, takenAt: '2026-11-28T00:00:00.000Z', appVersion: '1.0.0', dialect: 'sqlite', keyId: made.keyId },
    ...{ migrations: [], tables: { person: { rows: 1, checksum: 'ab' } }, files },
  }
  await writeManifest(made, manifest)
  return manifest
}

const verified = async (folder: string, given: Buffer | undefined) =>
  readVerifiedManifest(await openBackupFolder(folder, given))

describe.each([
  { form: 'sealed', given: key },
  { form: 'in the open', given: undefined },
])('a backup $form', ({ given }) => {
  let folder: string
  let taken: string
  let written: Manifest
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'dangjian-seal-'))
    taken = path.join(folder, 'taken')
    written = await fill(taken, given)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const filesOf = async (of: string): Promise<string[]> =>
    (await readdir(of, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))

  it('is read as it was written', async () => {
    expect(await verified(taken, given)).toEqual(written)
    expect(await filesOf(taken)).toHaveLength(given ? 7 : 6)
  })

  it('is refused whichever single byte of whichever file was changed', async () => {
    for (const file of await filesOf(taken)) {
      const whole = await readFile(file)
      for (let at = 0; at < whole.byteLength; at += 1) {
        const flipped = Buffer.from(whole)
        flipped[at] = (whole[at] as number) ^ (1 << (at % 8))
        await writeFile(file, flipped)
        await expect(verified(taken, given), `${path.relative(taken, file)} at ${at}`).rejects.toThrow()
      }
      await writeFile(file, whole)
    }
    expect(await verified(taken, given)).toEqual(written)
  })

  it('is refused when any file of it is missing', async () => {
    for (const file of await filesOf(taken)) {
      const copy = path.join(folder, 'copy')
      await cp(taken, copy, { recursive: true })
      await rm(path.join(copy, path.relative(taken, file)))
      await expect(verified(copy, given)).rejects.toThrow()
      await rm(copy, { recursive: true })
    }
  })
})

describe('a sealed backup', () => {
  it('shows neither names nor content, and opens with its own key only', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'dangjian-seal-'))
    try {
      const taken = path.join(folder, 'taken')
      await fill(taken, key)
      for (const name of await readdir(taken, { recursive: true }))
        expect(name).not.toMatch(/database|keys|tables|abab/)
      await expect(verified(taken, undefined)).rejects.toThrow('is encrypted')
      await expect(verified(taken, randomBytes(32))).rejects.toThrow('another key')
      const open = path.join(folder, 'open')
      await fill(open, undefined)
      await expect(verified(open, key)).rejects.toThrow('not encrypted although a key is given')
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

describe('the key', () => {
  it('comes from the environment or from a file, and each mistake is said in both languages', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'dangjian-key-'))
    try {
      const hex = key.toString('hex')
      await writeFile(path.join(folder, 'key'), `${hex}\n`)
      expect(readBackupKey({}, folder)).toBeUndefined()
      expect(readBackupKey({ BACKUP_KEY: hex }, folder)).toEqual(key)
      expect(readBackupKey({ BACKUP_KEY: '', BACKUP_KEY_FILE: 'key' }, folder)).toEqual(key)
      expect(() => readBackupKey({ BACKUP_KEY: 'short' }, folder)).toThrow(/64 hexadecimal digits[\s\S]*十六进制/)
      expect(() => readBackupKey({ BACKUP_KEY_FILE: 'none' }, folder)).toThrow('cannot be read')
      expect(() => readBackupKey({ BACKUP_KEY: hex, BACKUP_KEY_FILE: 'key' }, folder)).toThrow('not both')
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
