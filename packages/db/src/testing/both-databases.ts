import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { describe, inject } from 'vitest'
import { connect } from '../connection/connect.ts'
import type { Storage } from '../connection/storage.ts'
import { migrate } from '../migrations/migrate.ts'
import './postgres-for-run.ts'

export type DatabaseKind = 'sqlite' | 'postgres'
export const databaseKinds: readonly DatabaseKind[] = ['sqlite', 'postgres']

export interface EmptyDatabase {
  readonly kind: DatabaseKind
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly storage: Storage
  close(): Promise<void>
}

/** A fresh, migrated database of either kind in a folder of its own. */
export async function emptyDatabase(kind: DatabaseKind): Promise<EmptyDatabase> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'dangjian-test-'))
  const databaseUrl = kind === 'postgres' ? await newPostgresDatabase(inject('postgresUrl')) : undefined
  const storage = connect({ databaseUrl, dataDir })
  await migrate(storage)
  return {
    kind,
    dataDir,
    databaseUrl,
    storage,
    async close() {
      await storage.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Runs a suite of store tests over both databases, in the same words. */
export function describeStores(title: string, suite: (open: () => Promise<EmptyDatabase>) => void): void {
  describe.each(databaseKinds)(`${title} (%s)`, (kind) => suite(() => emptyDatabase(kind)))
}

/** Makes an empty database in the cluster and answers its URL. */
export async function newPostgresDatabase(url: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const own = new URL(url)
  own.pathname = `/${name}`
  return own.href
}

/** Makes a copy of a database on which nobody works, in the same cluster, and answers its URL. */
export async function copyPostgresDatabase(url: string): Promise<string> {
  const template = new URL(url)
  const maintenance = new URL(url)
  maintenance.pathname = '/postgres'
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: maintenance.href })
  await client.connect()
  try {
    await client.query(`create database ${name} template ${template.pathname.slice(1)}`)
  } finally {
    await client.end()
  }
  template.pathname = `/${name}`
  return template.href
}
