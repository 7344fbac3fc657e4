import { randomBytes, randomUUID } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { connect } from '@dangjian/db/connection/connect'
import { databaseKinds, newPostgresDatabase, type DatabaseKind } from '@dangjian/db/testing/both-databases'
import type { Manifest } from './backup/manifest.ts'
import { contentPath } from './files/content-store.ts'
import { runCli } from './testing/run-cli.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

// Each run is a process of its own: a second, or half a minute on a machine that does ten other things.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const text = '会议记录：全体委员到会。\u2028第二行。'

describe.each(databaseKinds)('backup and restore (%s)', (kind) => {
  let server: TestServer
  let folder: string
  let taken: string
  beforeAll(async () => {
    server = await startTestServer(kind)
    folder = await mkdtemp(path.join(os.tmpdir(), 'dangjian-backup-'))
    taken = path.join(folder, 'taken')
    const cadre = await server.asRole('societyCadre', 'a')
    const body = new FormData()
    body.append('file', new Blob([text]), '记录.txt')
    const kept = await fetch(`${server.url}/files?purpose=evidence`, { method: 'POST', headers: cadre.headers, body })
    expect(kept.status).toBe(201)
    // Under a unit that is younger than itself, so that no order of rows by age puts parents first.
    await server.services.storage.transact((tx) =>
      tx
        .updateTable('unit')
        .set({ parentId: server.world.units['a.group'] })
        .where('id', '=', server.world.units['a.office'])
        .execute(),
    )
    const run = await runCli(['backup', taken], envOf(server))
    expect(run).toMatchObject({ code: 0, err: '' })
  })
  afterAll(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const envOf = (of: Pick<TestServer, 'dataDir' | 'databaseUrl'>) => ({
    DATA_DIR: of.dataDir,
    DATABASE_URL: of.databaseUrl,
  })
  const emptyPlace = async (target: DatabaseKind) => ({
    dataDir: path.join(folder, randomUUID()),
    databaseUrl: target === 'postgres' ? await newPostgresDatabase(inject('postgresUrl')) : undefined,
  })
  const manifest = async () => JSON.parse(await readFile(path.join(taken, 'manifest.json'), 'utf8')) as Manifest

  it('is taken while the server runs, with the count and sum of every table, and its keys', async () => {
    const found = await manifest()
    expect(found.tables.person?.rows).toBe(39)
    expect(found.tables.file?.rows).toBe(1)
    expect(found.migrations.length).toBeGreaterThan(3)
    expect(Object.keys(found.files).filter((name) => name.startsWith('keys/'))).toEqual([
      expect.stringMatching(/\.pem$/),
      'keys/secret.key',
    ])
    expect(await runCli(['backup', taken], envOf(server))).toMatchObject({ code: 1 })
    const verified = await runCli(['backup', 'verify', taken])
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('is whole'), err: '' })
  })

  it.each(databaseKinds)('comes back into an empty %s with every row and file as it was', async (target) => {
    const place = await emptyPlace(target)
    const run = await runCli(['restore', taken], envOf(place))
    expect(run).toMatchObject({ code: 0, err: '' })
    const [content] = Object.keys((await manifest()).files).filter((name) => name.startsWith('files/'))
    expect(await readFile(path.join(place.dataDir, content as string), 'utf8')).toBe(text)
    const storage = connect(place)
    const people = await storage.read.selectFrom('person').select('id').orderBy('id').execute()
    const before = await server.services.storage.read.selectFrom('person').select('id').orderBy('id').execute()
    const { parentId } = await storage.read
      .selectFrom('unit')
      .select('parentId')
      .where('id', '=', server.world.units['a.office'])
      .executeTakeFirstOrThrow()
    await storage.close()
    expect(people).toEqual(before)
    expect(parentId).toBe(server.world.units['a.group'])
    expect(await runCli(['doctor'], envOf(place))).toMatchObject({ code: 0 })
    expect(await runCli(['restore', taken], envOf(place))).toMatchObject({ code: 1 })
  })

  it('names the file in which a single byte was flipped, whichever it is, and restores nothing', async () => {
    for (const name of ['manifest.json', ...Object.keys((await manifest()).files)].filter((_, n) => n < 40)) {
      if (name.startsWith('tables/') && !/^tables\/(person|file)\.jsonl$/.test(name)) continue
      const copy = path.join(folder, randomUUID())
      await cp(taken, copy, { recursive: true })
      const file = path.join(copy, name)
      const bytes = await readFile(file)
      const at = Math.floor(bytes.length / 2)
      bytes[at] = (bytes[at] as number) ^ 1
      await writeFile(file, bytes)
      const place = await emptyPlace('sqlite')
      const run = await runCli(['restore', copy], envOf(place))
      expect([run.code, run.err]).toEqual([1, expect.stringContaining(name)])
      expect(await readdir(place.dataDir)).toEqual([])
      await rm(copy, { recursive: true })
    }
  })

  it('refuses a folder that is not empty, and one without a finished backup', async () => {
    const place = await emptyPlace('sqlite')
    expect((await runCli(['restore', folder], envOf(place))).err).toContain('no finished backup')
    expect((await runCli(['restore', taken], envOf(server))).err).toContain('is not empty')
  })

  it.each([
    ['in the open', {}],
    ['encrypted', { BACKUP_KEY: randomBytes(32).toString('hex') }],
  ])('says by itself, when verified and restored, which content it has never held (%s)', async (_form, key) => {
    const { sha256 } = await server.services.storage.read.selectFrom('file').select('sha256').executeTakeFirstOrThrow()
    const file = contentPath(server.dataDir, sha256)
    const incomplete = path.join(folder, randomUUID())
    await rename(file, path.join(folder, 'aside'))
    const backup = await runCli(['backup', incomplete], { ...envOf(server), ...key })
    await rename(path.join(folder, 'aside'), file)
    expect([backup.code, backup.out]).toEqual([1, expect.stringMatching(/^INCOMPLETE backup/)])
    const verified = await runCli(['backup', 'verify', incomplete], key)
    expect([verified.code, verified.out]).toEqual([1, expect.stringContaining('was never whole')])
    const place = await emptyPlace('sqlite')
    const restored = await runCli(['restore', incomplete], { ...envOf(place), ...key })
    expect([restored.code, restored.out]).toEqual([0, expect.stringContaining('Restored the backup')])
    for (const { err } of [backup, verified, restored]) {
      expect(err).toContain('lacks 1 content that the database names')
      expect(err).toContain('缺少数据库所指的 1 个文件内容')
      expect(err).toContain(`files/${sha256.slice(0, 2)}/${sha256}`)
    }
  })

  it('is examined by the doctor, who names a missing and a damaged file and tells what to do', async () => {
    const healthy = await runCli(['doctor'], envOf(server))
    expect([healthy.code, healthy.out]).toEqual([0, expect.stringContaining('Nothing is wrong.')])
    const { sha256 } = await server.services.storage.read.selectFrom('file').select('sha256').executeTakeFirstOrThrow()
    const file = contentPath(server.dataDir, sha256)
    await writeFile(file, text.replace('全体', '部分'))
    const damaged = await runCli(['doctor'], envOf(server))
    expect([damaged.code, damaged.out]).toEqual([1, expect.stringContaining('Damaged: “记录.txt”')])
    const second = path.join(folder, 'second')
    const backup = await runCli(['backup', second], envOf(server))
    expect([backup.code, backup.err]).toEqual([1, expect.stringContaining(sha256)])
    const verified = await runCli(['backup', 'verify', second])
    expect([verified.code, verified.err]).toEqual([1, expect.stringContaining(sha256)])
    await rm(file)
    const missing = await runCli(['doctor', '--quick'], envOf(server))
    expect([missing.code, missing.out]).toEqual([1, expect.stringContaining('Missing: “记录.txt”')])
    expect(missing.out).toContain('→ Copy these files from the last backup')
    await writeFile(file, text)
  })

  it('is examined for events given up and an audit log that was changed', async () => {
    const { storage } = server.services
    await storage.transact((tx) =>
      tx
        .insertInto('outboxEvent')
        .values({ id: 'given-up', at: 0, type: 'x', body: '{}', deliveredAt: null, tries: 10 })
        .execute(),
    )
    await runCli(['audit', 'verify'], envOf(server))
    await storage.transact((tx) => tx.updateTable('auditEntry').set({ detail: '{}' }).execute())
    const times = await storage.read.selectFrom('auditEntry').select('at').where('sealSeq', '=', 1).execute()
    const [from, to] = [Math.min, Math.max].map((of) => new Date(of(...times.map(({ at }) => at))).toISOString())
    const says = `does not hold at seal 1: an entry of it, or its hash, was changed. It covers entries from ${from} to ${to}.`
    const verified = await runCli(['audit', 'verify'], envOf(server))
    expect([verified.code, verified.err]).toEqual([1, expect.stringContaining(`The audit log ${says}`)])
    expect(verified.err).toContain('The server may go on running')
    const run = await runCli(['doctor', '--quick'], envOf(server))
    expect(run.code).toBe(1)
    expect(run.out).toContain('1 event could not be delivered')
    expect(run.out).toContain(`audit log: It ${says}`)
    expect(run.out).toContain('2 things are wrong.')
  })
})

describe('the doctor', () => {
  it('names wrong settings, a folder that is not there, and a network without TLS, and makes nothing', async () => {
    const nowhere = path.join(os.tmpdir(), `dangjian-${randomUUID()}`)
    const run = await runCli(['doctor'], { DATA_DIR: nowhere, HOST: '0.0.0.0' })
    expect(run.code).toBe(1)
    expect(run.out).toContain('does not exist')
    expect(run.out).toContain('TRUSTED_PROXY')
    await expect(readdir(nowhere)).rejects.toThrow()
    const settings = await runCli(['doctor'], { DATA_DIR: nowhere, PORT: 'abc', SESSION_HOURS: '0' })
    expect(settings.out).toMatch(/PORT must be a number[\s\S]*SESSION_HOURS must be at least 1/)
    const unreachable = await runCli(['doctor'], {
      DATA_DIR: os.tmpdir(),
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    })
    expect([unreachable.code, unreachable.out]).toEqual([1, expect.stringContaining('Check DATABASE_URL')])
  })
})
