/**
 * One life of a process that does the work named in WORK_FILE, for `proof:jobs`: commands as a client sends them, each
 * under its own key, and then every job of the background, twice. Done again after it was cut short, it has to end alike,
 * and every certificate has to bear its signature.
 */
import { readFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import type { Instant } from '@dangjian/domain/access'
import { isGenuine } from '@dangjian/api/training/open-certificate'
import { findCertificateByToken } from '@dangjian/db/training/certificate-store'
import { readConfig } from '../config.ts'
import { act, type Caller } from '../demo/act.ts'
import { jobsOf } from '../jobs/background.ts'
import { openServices } from '../open-services.ts'

interface Work {
  /** The clock stands still. */
  readonly at: Instant
  readonly commands: readonly {
    readonly username: string
    /** As `tasks.publishWorkPlan`. */
    readonly procedure: string
    readonly input: unknown
  }[]
}

const { at, commands } = JSON.parse(await readFile(process.env['WORK_FILE'] ?? '', 'utf8')) as Work
const config = readConfig(process.env, '/')
const services = openServices(config, { clock: () => at })
const { storage } = services

for (const [n, { username, procedure, input }] of commands.entries()) {
  const key = process.env['KEYS_FORGOTTEN'] ? randomUUID() : `proof-of-jobs-${n}`
  const { personId } = await storage.read
    .selectFrom('account')
    .select('personId')
    .where('username', '=', username)
    .executeTakeFirstOrThrow()
  const [wing, name] = procedure.split('.') as [keyof Caller, string]
  const caller = (await act(services, { personId }, at, key))[wing] as unknown as Record<
    string,
    (input: unknown) => Promise<unknown>
  >
  await caller[name]?.(input)
}
for (let round = 0; round < 2; round += 1) for (const job of jobsOf(config)) await job.run(services)
for (const { token } of await storage.read.selectFrom('certificate').select('token').execute()) {
  const certificate = await findCertificateByToken(storage.read, token)
  if (!certificate || !isGenuine(certificate, services.signer)) throw new Error(`Certificate ${token} is not genuine.`)
}
await storage.close()
