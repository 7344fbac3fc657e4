import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { access, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { sqliteFileIn } from '@dangjian/db/connection/connect'
import { isEmptyDatabase, plainDbOf } from '@dangjian/db/connection/load-tables'
import { movedTables } from '@dangjian/db/connection/move-progress'
import { MOVE_APPLICATION } from '@dangjian/db/connection/move-tables'
import { connectPostgres } from '@dangjian/db/connection/postgres'
import { sumTable, withPostgresSource, withSqliteSource, type TableSource } from '@dangjian/db/connection/table-source'
import { newPostgresDatabase } from '@dangjian/db/testing/both-databases'
import { MOVED, MOVING } from './backup/move-mark.ts'
import { LOCK } from './data-lock.ts'
import { runCli, runNode } from './testing/run-cli.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

// Each run is a process of its own: a second, or half a minute on a machine that does ten other things.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const EVENTS = 30_000

async function sumsOf(source: TableSource): Promise<Record<string, string>> {
  const sums: Record<string, string> = {}
  for (const table of source.tables) {
    const { rows, checksum } = await sumTable(source, table)
    sums[table] = `${rows} ${checksum}`
  }
  return sums
}

describe('the move to PostgreSQL', () => {
  let server: TestServer
  const settings = async () => ({
    DATA_DIR: server.dataDir,
    DATABASE_URL: await newPostgresDatabase(inject('postgresUrl')),
  })
  beforeAll(async () => {
    server = await startTestServer('sqlite')
    const { storage } = server.services
    const events = Array.from({ length: EVENTS }, (_, n) => ({
      ...{ id: `event-${String(n).padStart(6, '0')}`, at: n, type: 'x', body: JSON.stringify({ text: '换届提醒' }) },
      ...{ deliveredAt: n, tries: 1 },
    }))
    await storage.transact(async (tx) => {
      for (let at = 0; at < EVENTS; at += 1000) {
        await tx
          .insertInto('outboxEvent')
          .values(events.slice(at, at + 1000))
          .execute()
      }
    })
  })
  afterAll(() => server.stop())

  it('is refused without a database, into one that holds something, beside others, and while a server runs', async () => {
    const nowhere = await runCli(['move-to-postgres'], { DATA_DIR: server.dataDir })
    expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringMatching(/empty PostgreSQL[\s\S]*空 PostgreSQL/)])
    const given = await settings()
    const another = connectPostgres(given.DATABASE_URL)
    await another.maintenance.schema.createTable('other').addColumn('id', 'text').execute()
    const beside = await runCli(['move-to-postgres'], given)
    await another.close()
    expect([beside.code, beside.err]).toEqual([1, expect.stringContaining('Another program is connected')])
    const used = await runCli(['move-to-postgres'], given)
    expect([used.code, used.err]).toEqual([1, expect.stringContaining('holds something else')])
    await writeFile(path.join(server.dataDir, LOCK), String(process.pid))
    const running = await runCli(['move-to-postgres'], await settings())
    expect([running.code, running.err]).toEqual([2, expect.stringContaining(`process ${process.pid}`)])
    await rm(path.join(server.dataDir, LOCK))
    const empty = await mkdtemp(path.join(os.tmpdir(), 'dangjian-move-'))
    const nothing = await runCli(['move-to-postgres'], { ...(await settings()), DATA_DIR: empty })
    expect([nothing.code, nothing.err]).toEqual([1, expect.stringContaining('holds no SQLite database')])
    await rm(empty, { recursive: true })
  })

  it('names the row whose text PostgreSQL cannot keep, and so does a restore, and nothing is written', async () => {
    const { storage } = server.services
    const event = { id: 'event-with-nul', at: 0, type: 'x', deliveredAt: 0, tries: 1 }
    await storage.transact((tx) =>
      tx
        .insertInto('outboxEvent')
        .values({ ...event, body: '换届\0提醒' })
        .execute(),
    )
    const given = await settings()
    const folder = await mkdtemp(path.join(os.tmpdir(), 'dangjian-move-'))
    const [taken, restored] = [path.join(folder, 'taken'), path.join(folder, 'restored')]
    await runCli(['backup', taken], { DATA_DIR: server.dataDir })
    const moved = await runCli(['move-to-postgres'], given)
    const brought = await runCli(['restore', taken], { ...given, DATA_DIR: restored })
    await storage.transact((tx) => tx.deleteFrom('outboxEvent').where('id', '=', event.id).execute())
    await rm(folder, { recursive: true })
    const sentence =
      /^Table outbox_event, column body \(id = "event-with-nul"\) holds a text with a NUL.*\n数据表 outbox_event 的 body 列/
    for (const { code, err } of [moved, brought]) expect([code, err]).toEqual([1, expect.stringMatching(sentence)])
    const target = connectPostgres(given.DATABASE_URL)
    expect(await isEmptyDatabase(target)).toBe(true)
    await target.close()
  })

  it('goes on where it was killed, ends with every table equal, and says what to set', async () => {
    await rm(path.join(server.dataDir, MOVING), { force: true })
    const given = await settings()
    expect(await killedWithin(given)).toMatchObject({ signal: 'SIGKILL', reached: expect.any(Number) })
    const main = fileURLToPath(new URL('main.ts', import.meta.url))
    const early = await runNode([main], { ...given, PORT: '0' })
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('has not come to its end')])

    const run = await runCli(['move-to-postgres'], given)
    expect(run).toMatchObject({ code: 0, err: '' })
    expect(run.out).toMatch(new RegExp(`outbox_event: ${EVENTS} rows, going on`))
    expect(run.out).toMatch(/account: \d+ rows, there already/)
    expect(run.out).toMatch(/DATABASE_URL[\s\S]*今后请用同样的 DATABASE_URL/)
    const storage = connectPostgres(given.DATABASE_URL)
    const moved = await withPostgresSource(storage, sumsOf)
    const { parentId } = await storage.read
      .selectFrom('unit')
      .select('parentId')
      .where('id', '=', server.world.units['a.group'])
      .executeTakeFirstOrThrow()
    await storage.close()
    expect(moved).toEqual(await withSqliteSource(sqliteFileIn(server.dataDir), sumsOf))
    expect(parentId).not.toBeNull()

    const again = await runCli(['move-to-postgres'], await settings())
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('was moved to PostgreSQL already')])
    const old = await runNode([main], { DATA_DIR: server.dataDir, PORT: '0' })
    expect([old.code, old.err]).toEqual([1, expect.stringContaining('set DATABASE_URL')])
  })

  it('does not go on when the embedded database was changed meanwhile, nor in a database of another move', async () => {
    await rm(path.join(server.dataDir, MOVED), { force: true })
    const given = await settings()
    await killedWithin(given)
    await rename(path.join(server.dataDir, MOVING), path.join(server.dataDir, 'aside'))
    const other = await runCli(['move-to-postgres'], given)
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('holds something else')])
    await rename(path.join(server.dataDir, 'aside'), path.join(server.dataDir, MOVING))
    await server.services.storage.transact((tx) =>
      tx.updateTable('outboxEvent').set({ body: randomUUID() }).where('id', '=', 'event-000001').execute(),
    )
    const changed = await runCli(['move-to-postgres'], given)
    expect([changed.code, changed.err]).toEqual([1, expect.stringContaining('was changed after the move had begun')])
    await access(path.join(server.dataDir, MOVING))
  })

  /** Kills the move while a large table is on its way. */
  async function killedWithin(env: { DATA_DIR: string; DATABASE_URL: string }) {
    const cli = fileURLToPath(new URL('cli/main.ts', import.meta.url))
    const watch = connectPostgres(`${env.DATABASE_URL}?application_name=${MOVE_APPLICATION}`)
    const child = spawn(process.execPath, [cli, 'move-to-postgres'], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
    })
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_code, signal) => resolve(signal)))
    let reached = 0
    while (reached === 0 && child.exitCode === null) {
      const found = await movedTables(plainDbOf(watch)).catch(() => [])
      reached = found.find(({ table, done }) => table === 'outbox_event' && !done)?.reached ?? 0
      if (reached === 0) await pause(5)
    }
    child.kill('SIGKILL')
    const signal = await ended
    await watch.close()
    return { signal, reached }
  }
})
