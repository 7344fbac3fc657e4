import { mkdir, rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { newPostgresDatabase, type DatabaseKind } from '@dangjian/db/testing/both-databases'
import { startPostgres } from '@dangjian/db/testing/embedded-postgres'
import { buildProduct } from './build-product.ts'
import { findChromium } from './chromium.ts'
import { writeDemo } from './demo.ts'
import { resultsFolder } from './folders.ts'

/** A data folder (and database) in which the demo has been written, and on which no server runs. */
export interface DemoTemplate {
  readonly kind: DatabaseKind
  readonly dataDir: string
  readonly databaseUrl: string | undefined
}

declare module 'vitest' {
  export interface ProvidedContext {
    demos: readonly DemoTemplate[]
  }
}

/** Vitest's global set-up: the product built, browser unpacked, the demo written once for each database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await mkdir(resultsFolder, { recursive: true })
  await buildProduct()
  project.provide('chromium', await findChromium())

  const kinds = (process.env.JOURNEY_DATABASES ?? 'sqlite,postgres').split(',')
  const given = process.env.TEST_POSTGRES_URL
  const own = kinds.includes('postgres') && !given ? await startPostgres() : undefined
  const written = await Promise.all([
    ...(kinds.includes('sqlite') ? [template('sqlite', undefined)] : []),
    ...(kinds.includes('postgres') ? [template('postgres', await newPostgresDatabase(own?.url ?? given ?? ''))] : []),
  ])
  project.provide('demos', written)
  return async () => {
    for (const { dataDir } of written) await rm(dataDir, { recursive: true, force: true })
    await own?.stop()
  }
}

async function template(kind: DatabaseKind, databaseUrl: string | undefined): Promise<DemoTemplate> {
  return { kind, dataDir: await writeDemo(databaseUrl), databaseUrl }
}
