import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServerProcess } from '../harness/server-process.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data folder with the demo, on which no server runs: to be copied. */
    demo: string
  }
}

/** Vitest's global set-up: the demo is written once for all short forms. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const demo = await writeDemo()
  project.provide('demo', demo)
  return () => rm(demo, { recursive: true, force: true })
}

/** The demo, written by a server of its own that has ended. */
export async function writeDemo(): Promise<string> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'dangjian-demo-'))
  const server = await startServerProcess({ dataDir, databaseUrl: undefined })
  await server.stop()
  return dataDir
}
