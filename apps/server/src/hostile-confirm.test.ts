import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileId } from '@dangjian/domain/access'
import type { BankId } from '@dangjian/domain/training'
import type { Services } from '@dangjian/api/context'
import { givenFiles, hostileFiles, type HostileFile } from './testing/hostile-files.ts'
import { filesBelow } from './testing/hostile-walk.ts'
import { beginUpload, resumedUpload, sendPart } from './testing/resumed-upload.ts'
import { publishTestCourse } from './testing/published-course.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'
import { upload } from './testing/upload.ts'

/** Lets a test stop a command in its midst, at the id that it makes so many of. */
interface Stopping {
  at: number | null
  /** Whether what a command wrote until then is kept: the fault that must be found out. */
  whole: boolean
}

class Stopped extends Error {}

function stoppable(stopping: Stopping): (services: Services) => Services {
  return (services) => {
    let made = 0
    return {
      ...services,
      throttle: () => null,
      newId: () => {
        if (stopping.at !== null && (made += 1) > stopping.at) throw new Stopped()
        return services.newId()
      },
      storage: {
        ...services.storage,
        transact: async (work) => {
          made = 0
          return stopping.whole ? services.storage.transact(work) : work(services.storage.maintenance)
        },
      },
    }
  }
}

const written = [
  'unit',
  'unitEvent',
  'unitClosure',
  'societyImport',
  'columnMatch',
  'question',
  'questionVersion',
] as const
type Counts = Record<string, number>
/** What keeps a reader longest is read for the preview (`hostile-files.test.ts`), by the same reader. */
const READ_ALREADY = /^(one-merged-cell|lying|many-entries|far-cell|wide|one-line|open-quote|slip-[1-4]|entity-[alp])/
const stems = [
  '党员必须交纳党费。',
  '支部可以不开会。',
  '预备期为一年。',
  '入党须本人申请。',
  '组织生活会每年召开。',
  '发展对象要公示。',
]
/** Tables as they should be, each with other things in it. */
const honest = {
  confirmSocietyImport: (n: number): string =>
    `name,code,category\n${['甲', '乙', '丙'].map((name, seq) => `${name}${n}学会,N-${n}${seq},science\n`).join('')}`,
  confirmQuestionImport: (n: number): string =>
    `题型,题干,正确答案\n${stems
      .slice(n * 2, n * 2 + 2)
      .map((stem) => `判断题,${stem},对\n`)
      .join('')}`,
} as const
type Confirm = keyof typeof honest

describe('files made to do harm, sent in parts and confirmed', () => {
  const stopping: Stopping = { at: null, whole: true }
  let server: TestServer
  let [staff, trainer]: Visitor[] = []
  let bankId: BankId
  let folder: string

  beforeAll(async () => {
    server = await startTestServer('sqlite', { wrap: stoppable(stopping), env: { LOG_LEVEL: 'silent' } })
    staff = await server.asRole('associationAdministrator', 'association')
    trainer = await server.asRole('trainer', 'association', 1)
    const by = trainer.personId
    await publishTestCourse(server.services.storage, { unitId: server.world.units.association, by, now: 1 })
    const bank = await server.services.storage.read.selectFrom('questionBank').select('id').executeTakeFirstOrThrow()
    bankId = bank.id
    folder = await mkdtemp(path.join(os.tmpdir(), 'dangjian-confirm-'))
    await writeFile(path.join(folder, 'bait.txt'), 'zqxj-bait')
  })
  afterAll(async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  })

  const counted = async (): Promise<Counts> => {
    const counts: Counts = {}
    for (const table of written) {
      const { count } = await server.services.storage.read
        .selectFrom(table)
        .select((row) => row.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      counts[table] = Number(count)
    }
    return counts
  }
  /** What a confirmation says that it wrote; or its refusal. */
  const confirm = async (which: Confirm, fileId: FileId): Promise<{ said: string; wrote: Counts }> => {
    const { association: unitId } = server.world.units
    const acting =
      which === 'confirmSocietyImport'
        ? staff!.api.organisation.confirmSocietyImport
            .mutate({ unitId, fileId })
            .then((answer) => ({ unit: answer.new }))
        : trainer!.api.training.confirmQuestionImport
            .mutate({ bankId, fileId })
            .then((answer) => ({ question: answer.added }))
    return acting.then(
      (wrote) => ({ said: '200', wrote }),
      (error: { data?: { httpStatus: number; refusal: string | null } }) => {
        return { said: `${error.data?.httpStatus} ${error.data?.refusal}`, wrote: {} }
      },
    )
  }

  it.each([
    ['confirmSocietyImport', /\.(csv|xlsx)$/],
    ['confirmQuestionImport', /\.(csv|json|gift)$|^(honest|flat)\.xlsx$/],
  ] as const)(
    'are written whole, or refused with a reason and not at all: %s',
    async (which, names) => {
      const files: HostileFile[] = [
        ...givenFiles(),
        ...hostileFiles(path.join(folder, 'bait.txt'), `${server.url}/bait`),
        { name: 'as-it-should-be.csv', bytes: Buffer.from(honest[which](0)) },
      ].filter(({ name }) => names.test(name) && !READ_ALREADY.test(name))
      const visitor = which === 'confirmSocietyImport' ? staff : trainer
      const faults: string[] = []
      const fates: string[] = []
      for (const file of files) {
        const sent = await resumedUpload(server.url, visitor!.headers, file, 'import')
        fates.push(`${file.name}: ${sent.status}`)
        if (!sent.fileId) {
          if (sent.status >= 500 || !sent.text.includes('"refusal":"'))
            faults.push(`${file.name}: ${sent.status} ${sent.text}`)
          continue
        }
        const before = await counted()
        const { said, wrote } = await confirm(which, sent.fileId)
        fates.push(`${file.name} confirmed: ${said}`)
        const after = await counted()
        const more = Object.fromEntries(written.map((table) => [table, (after[table] ?? 0) - (before[table] ?? 0)]))
        const [table] = Object.keys(wrote)
        const as = table ? { [table]: wrote[table] } : Object.fromEntries(written.map((each) => [each, 0]))
        if (Object.entries(as).some(([each, count]) => more[each] !== count))
          faults.push(`${file.name}: said ${said} ${JSON.stringify(wrote)}, wrote ${JSON.stringify(more)}`)
        if (/^5|null|undefined/.test(said)) faults.push(`${file.name}: ${said}`)
      }
      expect(faults).toEqual([])
      expect(fates).toContain('as-it-should-be.csv confirmed: 200')
      expect(fates.filter((fate) => / confirmed: 4/.test(fate)).length).toBeGreaterThan(4)
    },
    300_000,
  )

  it.each(Object.keys(honest) as Confirm[])('stopped in its midst writes nothing of it: %s', async (which) => {
    const visitor = which === 'confirmSocietyImport' ? staff : trainer
    const fileId = await upload(server, visitor!, 'import', '名录.csv', honest[which](1))
    const left = async (): Promise<Counts[]> => {
      const found: Counts[] = []
      for (let at = 0; at < 30; at += 1) {
        const before = await counted()
        stopping.at = at
        const { said } = await confirm(which, fileId).finally(() => (stopping.at = null))
        if (said === '200') return found
        expect(said).toBe('500 null')
        const after = await counted()
        found.push(Object.fromEntries(written.map((table) => [table, (after[table] ?? 0) - (before[table] ?? 0)])))
      }
      throw new Error('It was never done.')
    }
    const some = (counts: Counts[]) => counts.filter((each) => Object.values(each).some((count) => count !== 0))
    const stops = await left()
    expect(stops.length).toBeGreaterThan(3)
    expect(some(stops)).toEqual([])
    // Without its transaction the same would leave a part behind.
    stopping.whole = false
    const again = await upload(server, visitor!, 'import', '名录二.csv', honest[which](2))
    const before = await counted()
    stopping.at = stops.length - 1
    await confirm(which, again).finally(() => Object.assign(stopping, { at: null, whole: true }))
    expect(await counted()).not.toEqual(before)
  })

  it('lead nowhere out of the folder by the resumable way, whatever an upload is called or claims', async () => {
    const { headers } = staff!
    const mark = (text: string) => Buffer.from(text).toString('base64')
    const answers: number[] = []
    const begin = async (more: Record<string, string>): Promise<string | null> => {
      const answer = await beginUpload(server.url, headers, more)
      answers.push(answer.status)
      await answer.text()
      return answer.headers.get('location')
    }
    const part = async (address: string, offset: number | string, text: string): Promise<number> => {
      const answer = await sendPart(`${server.url}${address}`, headers, offset, Buffer.from(text))
      await answer.text()
      answers.push(answer.status)
      return answer.status
    }
    const purpose = `purpose ${mark('import')}`
    for (const name of ['../../outside.txt', '/tmp/outside.txt', '..\\outside.txt', 'a\u0000.csv', '长'.repeat(5000)])
      await begin({ 'upload-length': '3', 'upload-metadata': `${purpose},filename ${mark(name)}` })
    for (const length of ['-1', '1e9', 'NaN', '99999999999999999999', '0x10', ''])
      await begin({ 'upload-length': length, 'upload-metadata': purpose })
    await begin({ 'upload-defer-length': '1', 'upload-metadata': purpose })
    await begin({
      'upload-length': '3',
      'upload-concat': 'final;/files/tus/a /files/tus/b',
      'upload-metadata': purpose,
    })
    for (const metadata of [
      '',
      'purpose',
      `purpose ${mark('cake')}`,
      'purpose !!!',
      `${purpose},${purpose}`,
      `__proto__ ${mark('x')}`,
    ])
      await begin({ 'upload-length': '3', 'upload-metadata': metadata })
    for (const name of [
      '../files',
      '..%2f..%2fetc%2fpasswd',
      '%2e%2e',
      'x.json',
      `${'0'.repeat(32)}.json`,
      '0'.repeat(32),
    ])
      expect(await part(`/files/tus/${name}`, 0, 'abc')).toBe(404)

    // What is the server's to say is not taken from the client.
    const other = await upload(server, trainer!, 'import', '别人的.csv', 'a,b\n1,2\n')
    const claimed = `${purpose},filename ${mark('a.csv')},owner ${mark(trainer!.personId)},fileId ${mark(other)}`
    const address = await begin({ 'upload-length': '8', 'upload-metadata': claimed })
    const head = await fetch(`${server.url}${address}`, {
      method: 'HEAD',
      headers: { ...headers, 'tus-resumable': '1.0.0' },
    })
    expect([head.status, head.headers.get('x-file')]).toEqual([200, null])
    const strange = await fetch(`${server.url}${address}`, {
      method: 'HEAD',
      headers: { ...trainer!.headers, 'tus-resumable': '1.0.0' },
    })
    expect(strange.status).toBe(404)
    for (const offset of [5, -1, 'NaN', '1e3']) expect(await part(address!, offset, 'abc')).toBeGreaterThanOrEqual(400)
    // More than was announced is not kept.
    const more = await part(address!, 0, 'a,b\n1,2\nc,d\n'.repeat(1000))
    expect([204, 400, 413]).toContain(more)

    expect(answers.filter((status) => status >= 500 && status !== 501)).toEqual([])
    const own = (await filesBelow(server.dataDir)).map((file) => path.relative(server.dataDir, file))
    const strangers = own.filter(
      (file) => !/^uploads\/[0-9a-f]{32}(\.json)?$|^files\/([0-9a-f]{2}\/)?[0-9a-f]{64}$|^keys\/|^[^/]+$/.test(file),
    )
    expect(strangers).toEqual([])
    expect(await filesBelow(folder)).toEqual([path.join(folder, 'bait.txt')])
    expect(existsSync('/tmp/outside.txt')).toBe(false)
  })
})
