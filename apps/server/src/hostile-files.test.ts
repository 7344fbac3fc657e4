import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase, type EmptyDatabase } from '@dangjian/db/testing/both-databases'
import { CanaryWalk, idsIn } from './testing/canary-walk.ts'
import { buildCanaryWorld } from './testing/canary-world.ts'
import { givenFiles, hasGivenFiles, hostileFiles } from './testing/hostile-files.ts'
import { dangersOf, fateOf, filesBelow, type Fate, type HostileReader } from './testing/hostile-walk.ts'
import { startLoggedServer, type LoggedServer } from './testing/logged-server.ts'

const BAIT = 'zqxj-bait-of-the-server'
/** Beside those that are refused: what is as it should be, what hides something that nobody unpacks, and the worst of them. */
const ALSO = [
  'honest.xlsx (import) organisation.previewSocietyImport: 200',
  'honest.docx (work-points) tasks.readWorkPoints: 200',
  'nested.xlsx (import) organisation.previewSocietyImport: 200',
  'one-merged-cell.xlsx (import) organisation.previewSocietyImport: 422 import-too-heavy',
  'long.csv (import) organisation.previewSocietyImport: 422 import-too-many-rows',
]
/** What the server may grow by while it takes in all of them. */
const GROWTH_MIB = 200

/** What the server's memory has come to at most; where the system tells it. */
async function peakOf({ pid }: LoggedServer): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

describe('files made to do harm', () => {
  let database: EmptyDatabase
  let server: LoggedServer
  let folder: string
  let readers: Record<'staff' | 'trainer', readonly HostileReader[]>
  const cookies: Record<string, string> = {}
  const fates: Fate[] = []
  const reached: string[] = []
  const host = createServer((request, answer) => {
    reached.push(String(request.url))
    answer.setHeader('content-type', 'text/html').end(BAIT)
  })

  const counted = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {}
    for (const table of ['unit', 'unitEvent', 'question', 'societyImport', 'workPlan'] as const) {
      const { count } = await database.storage.read
        .selectFrom(table)
        .select((row) => row.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      counts[table] = Number(count)
    }
    return counts
  }

  beforeAll(async () => {
    database = await emptyDatabase('sqlite')
    const { users } = await buildCanaryWorld(database.storage)
    folder = await mkdtemp(path.join(os.tmpdir(), 'dangjian-hostile-'))
    await writeFile(path.join(folder, 'bait.txt'), BAIT)
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
    server = await startLoggedServer({ DATA_DIR: database.dataDir })
    const walker = new CanaryWalk(server.url)
    for (const user of users) cookies[user.username.split('-')[2] ?? ''] = await walker.signIn(user)
    const { id: unitId } = await database.storage.read
      .selectFrom('unit')
      .select('id')
      .where('kind', '=', 'association')
      .executeTakeFirstOrThrow()
    const bankId = (await idsIn(database.storage)).get('BankId')
    readers = {
      staff: [
        {
          purpose: 'import',
          names: /\.(csv|xlsx)$/,
          procedures: [{ path: 'organisation.previewSocietyImport', input: { unitId } }],
        },
        {
          purpose: 'work-points',
          names: /\.(txt|docx|pdf)$/,
          procedures: [{ path: 'tasks.readWorkPoints', input: {} }],
        },
        { purpose: 'evidence', names: /./, procedures: [] },
      ],
      trainer: [
        {
          purpose: 'import',
          names: /\.(csv|json|gift)$|^(honest|flat)\.xlsx$/,
          procedures: [{ path: 'training.previewQuestionImport', input: { bankId } }],
        },
        { purpose: 'course-media', names: /./, procedures: [] },
      ],
    }
  }, 120_000)
  afterAll(async () => {
    await server.stop()
    host.close()
    await database.close()
    await rm(folder, { recursive: true })
  })

  it(`are ${hasGivenFiles ? 'given by others and ' : ''}made here, and each is answered with a reason`, async () => {
    const { port } = host.address() as AddressInfo
    const files = [...givenFiles(), ...hostileFiles(path.join(folder, 'bait.txt'), `http://127.0.0.1:${port}/bait`)]
    const before = await counted()
    const peak = await peakOf(server)
    for (const [name, own] of Object.entries(readers)) {
      for (const reader of own) {
        for (const file of files.filter(({ name: called }) => reader.names.test(called))) {
          fates.push(await fateOf(server.url, cookies[name] ?? '', file, reader))
        }
      }
    }
    const answers = fates.flatMap(({ name, purpose, upload, readings }) =>
      Object.entries({ upload, ...readings }).map(([what, said]) => `${name} (${purpose}) ${what}: ${said}`),
    )
    expect(answers).toEqual(expect.arrayContaining(ALSO))
    expect(answers.filter((said) => /without a reason|: 5\d\d/.test(said))).toEqual([])
    expect(await counted()).toEqual(before)
    expect((await peakOf(server)) - peak).toBeLessThan(GROWTH_MIB)
  }, 600_000)

  it('write nowhere but into the data folder, under names of ours, and reach neither its files nor a host', async () => {
    const own = await filesBelow(path.join(database.dataDir, 'files'))
    expect(own.filter((file) => !/[/\\]([\da-f]{2})[/\\]\1[\da-f]{62}$/.test(file))).toEqual([])
    expect(await filesBelow(folder)).toEqual([path.join(folder, 'bait.txt')])
    expect(existsSync('/tmp/outside.txt') || existsSync('/tmp/evil.txt')).toBe(false)
    expect(reached).toEqual([])
    expect(server.log()).not.toContain(BAIT)
  })

  it('are never served in a way that lets them run', () => {
    expect(fates.filter(({ upload }) => upload === '201').length).toBeGreaterThan(50)
    expect(fates.filter(({ dangers }) => dangers.length > 0)).toEqual([])
  })

  it('would be found out where they were served as they came', async () => {
    const { port } = host.address() as AddressInfo
    expect(await dangersOf(`http://127.0.0.1:${port}/page.html`)).toEqual([
      'not in a sandbox',
      'its kind may be guessed',
      'shown as text/html',
    ])
  })
})
