import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { copyPostgresDatabase, type DatabaseKind } from '@dangjian/db/testing/both-databases'
import './prepare.ts'
import { startServerProcess } from './server-process.ts'

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
  const server = await startServerProcess({ dataDir, databaseUrl })
  return {
    kind,
    url: server.url,
    async stop() {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
