import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import type { Services } from '@dangjian/api/context'
import { contentPath } from './files/content-store.ts'
import { findOrphans, removeOrphans } from './files/orphan.ts'
import { runCli } from './testing/run-cli.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const DAY = 24 * 60 * 60 * 1000
const GRACE = 7 * DAY

describe.each(databaseKinds)('content that no row names (%s)', (kind) => {
  let server: TestServer
  let cadre: Visitor
  beforeEach(async () => {
    server = await startTestServer(kind)
    cadre = await server.asRole('societyCadre', 'a')
  })
  afterEach(() => server.stop())

  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
  const upload = async (text: string) => {
    const body = new FormData()
    body.append('file', new Blob([text]), 'evidence.txt')
    const answer = await fetch(`${server.url}/files?purpose=evidence`, { method: 'POST', headers: cadre.headers, body })
    expect(answer.status).toBe(201)
    return (await answer.json()) as { fileId: string }
  }
  const open = async (fileId: string) =>
    (await fetch(`${server.url}/files/${fileId}`, { headers: { cookie: cadre.headers.cookie ?? '' } })).text()
  /** As an upload leaves it that ended after its content was kept and before its row was. */
  const plant = async (text: string, at: number, name = hashOf(text)) => {
    const file = path.join(path.dirname(contentPath(server.dataDir, hashOf(text))), name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
    await utimes(file, at / 1000, at / 1000)
    return file
  }
  const sweep = (now: number, services: Partial<Services> = {}) =>
    removeOrphans({ ...server.services, clock: () => now, ...services }, server.dataDir, GRACE)

  it('goes when the grace is over since it was first seen, and nothing else goes with it', async () => {
    const now = Date.now()
    const named = await upload('named')
    await utimes(contentPath(server.dataDir, hashOf('named')), 0, 0)
    const old = await plant('an old orphan', now - 30 * DAY)
    const half = await plant('half written', now - 30 * DAY, `.${randomUUID()}`)
    const foreign = await plant('not ours', now - 30 * DAY, 'notes.txt')
    // Seen for the first time: a database that was set back gets its days, whatever the file's age.
    expect(await sweep(now)).toBe(0)
    const fresh = await plant('a fresh orphan', now + 3 * DAY)
    expect(await sweep(now + GRACE - 1)).toBe(0)
    expect([old, half, fresh].every(existsSync)).toBe(true)
    expect(await sweep(now + GRACE)).toBe(2)
    expect([old, half, fresh, foreign].map(existsSync)).toEqual([false, false, true, true])
    expect(await open(named.fileId)).toBe('named')
    expect(await sweep(now + 2 * GRACE)).toBe(1)
    expect((await findOrphans(server.dataDir, server.services.storage.read)).orphans).toEqual([])
  })

  it('stays when the database names nothing at all on disk: it is the wrong one', async () => {
    const now = Date.now()
    const file = await plant('somebody else’s', now - 30 * DAY)
    await sweep(now)
    expect(await sweep(now + 2 * GRACE)).toBe(0)
    expect(existsSync(file)).toBe(true)
  })

  it('begins its days anew once it was named in between', async () => {
    const now = Date.now()
    await upload('named')
    const file = await plant('comes and goes', now - 30 * DAY)
    await sweep(now)
    const { fileId } = await upload('comes and goes')
    await sweep(now + GRACE)
    await server.services.storage.transact((tx) =>
      tx
        .deleteFrom('file')
        .where('id', '=', fileId as never)
        .execute(),
    )
    await utimes(file, 0, 0)
    expect(await sweep(now + GRACE + 1)).toBe(0)
    expect(existsSync(file)).toBe(true)
  })

  it('stays when the same content arrives at the very moment', async () => {
    const now = Date.now()
    await upload('named')
    for (let n = 0; n < 20; n += 1) {
      const text = `just arriving ${n}`
      await plant(text, now - 30 * DAY)
      await sweep(now)
      // Uploaded while the sweep has already found it to be an orphan.
      const [{ fileId }] = await Promise.all([upload(text), sweep(now + GRACE)])
      expect(await open(fileId)).toBe(text)
    }
    // And at the worst moment of all: after the last look at the rows, right before it is taken away.
    await plant('worst moment', now - 30 * DAY)
    await sweep(now)
    let arriving: Promise<{ fileId: string }> | undefined
    const { storage } = server.services
    const read = new Proxy(storage.read, {
      get: (db, key) => {
        if (key === 'selectFrom') arriving ??= upload('worst moment')
        const value: unknown = Reflect.get(db, key)
        return typeof value === 'function' ? value.bind(db) : value
      },
    })
    await sweep(now + GRACE, { storage: { ...storage, read } })
    expect(await open((await arriving)?.fileId ?? '')).toBe('worst moment')
  })

  it('is told by doctor, with how many and how large', async () => {
    await upload('named')
    const examine = () => runCli(['doctor', '--quick'], { DATA_DIR: server.dataDir, DATABASE_URL: server.databaseUrl })
    await plant('x'.repeat(1024 * 1024), Date.now() - DAY)
    expect((await examine()).out).toContain('✓ leftovers: 1 content (1.0 MiB) lies on disk that nothing names;')
    await plant('small', Date.now() - DAY)
    expect((await examine()).out).toContain(
      '✓ leftovers: 2 contents (1.0 MiB) lie on disk that nothing names; the server removes each after 7 days.',
    )
  }, 30_000)
})
