import type { AddressInfo } from 'node:net'
import type { Services } from '@dangjian/api/context'
import type { Storage } from '@dangjian/db/connection/storage'
import { readConfig } from '../config.ts'
import { buildApp } from '../http/app.ts'
import { callProcedures, type Call } from './call-procedure.ts'
import type { Walker } from './permission-walk.ts'
import { inputAt, siteOf } from './procedure-target.ts'
import { listProcedures, type ProcedureInfo } from './procedures.ts'
import type { Twins } from './twins.ts'
import type { Place } from './world.ts'

export function keptQueries(): ProcedureInfo[] {
  return listProcedures().filter(({ kept }) => kept)
}

/** The same services where nothing is kept: every answer is made anew. */
export async function serveUnkept(
  dataDir: string,
  services: Services,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const settings = { DATA_DIR: dataDir, LOG_LEVEL: 'silent', PORT: '0', SECOND_FACTOR: 'optional' }
  const storage: Storage = { ...services.storage, versions: null }
  const app = await buildApp(readConfig(settings, '/'), { ...services, storage })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, stop: () => app.close() }
}

/** Somebody's questions. */
export interface Questions {
  readonly walker: Walker
  readonly calls: readonly Call[]
}

/** Every kept query about a place, as a walker may ask it: with the least that it needs, and with all that it takes. */
export function questionsOf(walker: Walker, twins: Twins, place: Place, words: string): Questions {
  const calls = keptQueries().flatMap((procedure) => {
    const site = siteOf(procedure, twins, place)
    const least = inputAt(procedure, site, walker)
    const searching = procedure.path === 'organisation.search' ? { ...(least as object), words } : least
    return [{ procedure, input: searching }]
  })
  return { walker, calls }
}

/** What a server answers to all of them, each as it leaves. */
export async function answersOf(url: string, asked: readonly Questions[]): Promise<string[]> {
  const answers: string[] = []
  for (const { walker, calls } of asked) {
    for (const [n, { status, text }] of (await callProcedures(url, walker.headers, calls)).entries())
      answers.push(`${calls[n]?.procedure.path} by ${walker.name}: ${status} ${text}`)
  }
  return answers
}

/** Every table of a database, as the stores call it. */
export async function tablesOf({ read }: Storage): Promise<string[]> {
  const tables = await read.introspection.getTables()
  return tables
    .map(({ name }) => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))
    .filter((name) => !/kysely|sqlite|search/i.test(name))
}
