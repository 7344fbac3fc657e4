import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { copyPostgresDatabase, newPostgresDatabase, type DatabaseKind } from '@dangjian/db/testing/both-databases'
import { root } from './folders.ts'
import './prepare.ts'
import { startServerProcess, type ServerSettings } from './server-process.ts'

/** `JOURNEY_DATABASES=sqlite` runs journeys over one database only, for those who are writing one. */
export const databaseKinds = (process.env.JOURNEY_DATABASES ?? 'sqlite,postgres').split(',') as DatabaseKind[]

/** The built product on a real server with a database of its own, as `npm start` shows it. */
export interface Product {
  readonly kind: DatabaseKind
  readonly url: string
  stop(): Promise<void>
}

/** Starts the product on a copy of the demo that was written once for the whole run: what one journey does, no other sees. */
export async function startProduct(kind: DatabaseKind): Promise<Product> {
  const demo = inject('demos').find((each) => each.kind === kind)
  if (!demo) throw new Error(`No demo was written for ${kind}: JOURNEY_DATABASES leaves it out.`)
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'dangjian-journey-'))
  await cp(demo.dataDir, dataDir, { recursive: true })
  const databaseUrl = demo.databaseUrl ? await copyPostgresDatabase(demo.databaseUrl) : undefined
  return startOn(kind, { dataDir, databaseUrl })
}

/** An account that the operator makes at the command line before the first start. */
export interface FirstAccount {
  readonly username: string
  readonly name: string
  readonly role: string
  readonly password: string
}

/** Starts the product as an operator installs it, outside the demo: empty, with the first accounts by the command line. */
export function installProduct(accounts: readonly FirstAccount[]): (kind: DatabaseKind) => Promise<Product> {
  return async (kind) => {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'dangjian-journey-'))
    const databaseUrl = kind === 'postgres' ? await emptyPostgresDatabase() : undefined
    for (const { username, name, role, password } of accounts) {
      await runCommand(['user', 'create', username, '--name', name, '--role', role], {
        DATA_DIR: dataDir,
        PASSWORD: password,
        ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      })
    }
    return startOn(kind, { dataDir, databaseUrl, env: { DEMO: '0' } })
  }
}

async function startOn(kind: DatabaseKind, settings: ServerSettings): Promise<Product> {
  const server = await startServerProcess(settings)
  return {
    kind,
    url: server.url,
    async stop() {
      await server.stop()
      await rm(settings.dataDir, { recursive: true, force: true })
    },
  }
}

/** In the cluster of the demo's, asked for by way of another database: nobody may be on one that is copied. */
function emptyPostgresDatabase(): Promise<string> {
  const url = new URL(inject('demos').find(({ kind }) => kind === 'postgres')?.databaseUrl ?? '')
  url.pathname = '/postgres'
  return newPostgresDatabase(url.href)
}

function runCommand(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const { DATABASE_URL: _url, ...inherited } = process.env
  const program = path.join(root, 'apps/server/src/cli/main.ts')
  const child = spawn(process.execPath, [program, ...args], { env: { ...inherited, ...env }, stdio: 'pipe' })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')} failed:\n${said}`))))
  })
}
