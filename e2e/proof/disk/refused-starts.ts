import { spawn } from 'node:child_process'
import { cp } from 'node:fs/promises'
import path from 'node:path'
import { connect } from '@dangjian/db/connection/connect'
import { root } from '../../harness/folders.ts'
import { startServerProcess } from '../../harness/server-process.ts'
import type { SmallDisk } from './full-disk.ts'

/** A start that must not come to anything, and what it says instead. */
export interface RefusedStart {
  readonly of: string
  readonly code: number | null
  readonly said: string
  readonly asExpected: boolean
}

/** Starts the server on what it cannot work with. The demo's folder stays as it was. */
export async function refuseStarts(disk: SmallDisk, demo: string): Promise<RefusedStart[]> {
  const copy = async (name: string): Promise<string> => {
    const dataDir = path.join(disk.folder, name)
    await cp(demo, dataDir, { recursive: true })
    return dataDir
  }
  const newer = await copy('newer')
  await addMigration(newer, '9999-later')
  const held = await copy('held')
  const readOnly = await copy('read-only')

  const holder = await startServerProcess({ dataDir: held, databaseUrl: undefined })
  const second = await start(
    'a second server on one folder',
    held,
    new RegExp(`process ${holder.pid}\\) runs on ${held}`),
  )
  // One of two that come at once to the folder of a killed server takes it; the other says who did.
  await holder.kill()
  const rivals = await Promise.allSettled(
    [0, 1].map(() => startServerProcess({ dataDir: held, databaseUrl: undefined })),
  )
  const winners = rivals.flatMap((rival) => (rival.status === 'fulfilled' ? rival.value : []))
  await Promise.all(winners.map((each) => each.stop()))
  const rivalry: RefusedStart = {
    of: 'one of two servers that start at once',
    code: winners.length === 1 ? 1 : 0,
    said: `${winners.length} of 2 served`,
    asExpected: winners.length === 1,
  }

  const ofNewer = await start(
    'a folder of a newer version',
    newer,
    /newer version of the program \(it knows 9999-later\)/,
  )
  const plant = { NODE_OPTIONS: `--import=${new URL('plant-old-sqlite.ts', import.meta.url).href}` }
  const unsafe = await start('a SQLite that can corrupt its file', held, /^SQLite 3\.51\.2 can corrupt/, plant)
  disk.makeReadOnly()
  const ofReadOnly = await start('a folder that cannot be written to', readOnly, /^DATA_DIR cannot be written to \(\w+/)
  return [second, rivalry, ofNewer, unsafe, ofReadOnly]
}

/** One sentence on standard error, nothing on standard output, exit code 1. */
function start(of: string, dataDir: string, sentence: RegExp, env: Record<string, string> = {}): Promise<RefusedStart> {
  const { DATABASE_URL: _url, ...inherited } = process.env
  const child = spawn(process.execPath, [path.join(root, 'apps/server/src/main.ts')], {
    env: { ...inherited, DATA_DIR: dataDir, DEMO: '1', PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, said] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    // It serves, against all expectation.
    child.kill('SIGTERM')
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  return new Promise((resolve) => {
    child.on('close', (code) => {
      said = said.trim()
      const asExpected = code === 1 && out === '' && sentence.test(said) && !said.includes('\n')
      resolve({ of, code, said, asExpected })
    })
  })
}

async function addMigration(dataDir: string, name: string): Promise<void> {
  const storage = connect({ dataDir })
  const table = storage.maintenance.withTables<{ kysely_migration: { name: string; timestamp: string } }>()
  await table.insertInto('kysely_migration').values({ name, timestamp: '' }).execute()
  await storage.close()
}
