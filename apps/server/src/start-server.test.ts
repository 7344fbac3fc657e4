import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '@dangjian/db/connection/connect'
import { emptyDatabase } from '@dangjian/db/testing/both-databases'
import { readConfig } from './config.ts'
import { LOCK } from './data-lock.ts'
import { buildApp } from './http/app.ts'
import { openServices } from './open-services.ts'
import { runCli, runNode } from './testing/run-cli.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
/** A process starts in a second, and in half a minute on a machine that does ten other things. */
const SLOW = 300_000
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dangjian-start-'))
})
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  return rm(folder, { recursive: true, force: true })
})

const start = (env: Record<string, string>) => runNode([main], { PORT: '0', DEMO: '0', ...env })

/** Starts a server and answers when it listens. */
function running(env: Record<string, string>): Promise<{ child: ChildProcess; url: string }> {
  return new Promise((resolve, reject) => {
    const { DATABASE_URL: _, ...inherited } = process.env
    const child = spawn(process.execPath, [main], {
      env: { ...inherited, PORT: '0', DEMO: '0', ...env },
      stdio: 'pipe',
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const url = /http:\/\/\S+?(?=\/admin\/)/.exec(said)?.[0]
      if (url) resolve({ child, url })
    })
    child.on('exit', () => reject(new Error(said)))
  })
}

describe('starting the server', () => {
  it(
    'says in one sentence what keeps it from starting, and exits 1',
    async () => {
      const file = path.join(folder, 'a-file')
      await writeFile(file, '')
      const taken = net.createServer().listen(0, '127.0.0.1')
      await new Promise((resolve) => taken.once('listening', resolve))
      const port = String((taken.address() as net.AddressInfo).port)
      const cases = [
        [{ DATA_DIR: folder, PORT: 'eighty' }, 'PORT must be a number'],
        [{ DATA_DIR: path.join(file, 'data') }, 'DATA_DIR cannot be written to'],
        [{ DATA_DIR: path.join(folder, 'taken'), PORT: port }, `Port ${port} is taken`],
        [{ DATA_DIR: path.join(folder, 'pg'), DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, 'does not answer'],
      ] as const
      const runs = await Promise.all(cases.map(([env]) => start(env)))
      for (const [index, { code, out, err }] of runs.entries()) {
        expect([code, out]).toEqual([1, ''])
        expect(err).toContain(cases[index]?.[1])
        expect(err.trim().split('\n')).toHaveLength(1)
      }
      taken.close()
    },
    SLOW,
  )

  it(
    'touches nothing that a newer version wrote',
    async () => {
      const database = await emptyDatabase('sqlite')
      const table = database.storage.maintenance.withTables<{ kysely_migration: { name: string; timestamp: string } }>()
      await table.insertInto('kysely_migration').values({ name: '9999-later', timestamp: '' }).execute()
      await database.storage.close()
      for (const run of [
        await start({ DATA_DIR: database.dataDir }),
        await runCli(['migrate'], { DATA_DIR: database.dataDir }),
      ]) {
        expect(run.code).not.toBe(0)
        expect(run.err).toMatch(/newer version of the program \(it knows 9999-later\)/)
      }
      await rm(database.dataDir, { recursive: true })
    },
    SLOW,
  )

  it(
    'is refused a folder that another server holds, and takes over from one that was killed',
    async () => {
      const DATA_DIR = path.join(folder, 'held')
      const first = await running({ DATA_DIR })
      children.push(first.child)
      const second = await start({ DATA_DIR })
      expect([second.code, second.err]).toEqual([1, expect.stringContaining(`process ${first.child.pid}`)])
      first.child.kill('SIGKILL')
      await new Promise((resolve) => first.child.once('exit', resolve))
      const third = await running({ DATA_DIR })
      children.push(third.child)
      expect((await fetch(`${third.url}/readyz`)).status).toBe(200)
      third.child.kill('SIGTERM')
      expect(await new Promise((resolve) => third.child.once('exit', resolve))).toBe(0)
      expect(existsSync(path.join(DATA_DIR, LOCK))).toBe(false)
    },
    SLOW,
  )
})

describe('whoever watches over the process', () => {
  it('is told that it lives, and that it is ready once the tables are up to date', async () => {
    const config = readConfig({ DATA_DIR: path.join(folder, 'unready'), LOG_LEVEL: 'silent' }, '/')
    const storage = connect(config)
    const app = await buildApp(config, openServices(config, { storage }))
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' })
    const unready = await app.inject('/readyz')
    expect([unready.statusCode, unready.json()]).toEqual([503, { status: 'not-ready' }])
    await storage.close()
    expect((await app.inject('/readyz')).statusCode).toBe(503)
    await app.close()
  })
})
