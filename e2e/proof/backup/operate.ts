import { spawn } from 'node:child_process'
import { cp } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../../harness/folders.ts'

/** An installation, as the operator's commands are told of it. */
export interface Place {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
}

export interface Operated {
  readonly code: number | null
  readonly said: string
}

/** Runs a command of the operator's on an installation, as a process of its own. */
export function operate(place: Place, args: readonly string[], key: string | undefined): Promise<Operated> {
  const { DATABASE_URL: _url, INIT_CWD: _folder, BACKUP_KEY: _key, BACKUP_KEY_FILE: _file, ...inherited } = process.env
  const child = spawn(process.execPath, [path.join(root, 'apps/server/src/cli/main.ts'), ...args], {
    env: {
      ...inherited,
      DATA_DIR: place.dataDir,
      ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
      ...(key ? { BACKUP_KEY: key } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, said }))
  })
}

/** The same, where it has to succeed. */
export async function succeed(place: Place, args: readonly string[], key: string | undefined): Promise<void> {
  const { code, said } = await operate(place, args, key)
  if (code !== 0) throw new Error(`dangjian ${args.join(' ')} ended with code ${code}:\n${said}`)
}

/** Lays a copy of a folder with the demo in a place, and moves what is in it to the place's database where it has one. */
export async function layDemo(place: Place, demo: string): Promise<void> {
  await cp(demo, place.dataDir, { recursive: true })
  if (place.databaseUrl) await succeed(place, ['move-to-postgres'], undefined)
}
