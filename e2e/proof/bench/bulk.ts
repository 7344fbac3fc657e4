import { randomUUID } from 'node:crypto'
import { tableExport } from '@dangjian/formats/organisation/table-export'
import { signInClient } from '../../harness/client.ts'
import { asItComes, atMost, zero, type Figure } from '../figure.ts'
import { Line } from './drive.ts'
import type { Installation } from './installation.ts'
import type { Metered } from './server-load.ts'

const LINES = 10_000
/** "Flat": what is read and written whole, twice over, and not what stands in the database. */
const GROWN_AT_MOST = 64

export const bulkNames = ['export', 'import'] as const

/** A long piece of work of one person, and what everybody else on the server feels of it meanwhile. */
interface Bulk {
  readonly name: string
  /** Answers what came of it, to be named where it is not what was wanted. */
  readonly work: () => Promise<string | undefined>
}

/**
 * A spreadsheet taken in and a year of the log taken away. People themselves cannot be imported yet: what is read,
 * planned and written in as many lines is the list of societies.
 */
export async function measureBulk(
  installation: Installation,
  lines: number,
  chosen: (name: string) => boolean,
): Promise<Figure[]> {
  const bulks = [
    ...(chosen('export') ? [yearsExport(installation)] : []),
    ...(chosen('import') ? await societyImport(installation, Math.min(LINES, lines)) : []),
  ]
  const figures: Figure[] = []
  for (const bulk of bulks) figures.push(...(await measure(installation, bulk)))
  return figures
}

async function measure({ instrument }: Installation, { name, work }: Bulk): Promise<Figure[]> {
  const before = await instrument.ask<Metered>().then(() => instrument.ask<Metered>())
  const begun = performance.now()
  const trouble = await work().catch((error: unknown) => (error as Error).message)
  const seconds = (performance.now() - begun) / 1000
  const { loop, longest, memory } = await instrument.ask<Metered>()
  if (trouble) process.stderr.write(`${name}: ${trouble}\n`)
  const named = (figure: string): string => `${name}: ${figure}`
  return [
    asItComes(named('seconds'), seconds),
    atMost(named('event loop delay p99, ms'), loop, 100),
    asItComes(named('longest event loop delay, ms'), longest),
    atMost(named('memory grown, MiB'), memory - before.memory, GROWN_AT_MOST),
    zero(named('errors'), trouble ? 1 : 0),
  ]
}

function yearsExport({ url }: Installation): Bulk {
  return {
    name: 'export of a year of the audit log',
    async work() {
      const { api, headers } = await signInClient(url, 'auditor')
      const asked = { format: 'csv' as const, language: 'zh-CN' as const }
      const { address, count } = await api.access.exportAuditEntries.mutate(asked)
      const answer = await fetch(url + address, { headers })
      let lines = -1
      for await (const chunk of answer.body ?? []) lines += Buffer.from(chunk).filter((byte) => byte === 10).length
      return answer.ok && lines >= count ? undefined : `${answer.status}: ${lines} of ${count} lines came`
    },
  }
}

/** Written last: it leaves as many societies behind. */
async function societyImport({ url, associationId }: Installation, lines: number): Promise<Bulk[]> {
  const codeOf = (n: number): string => `Z${'ABCDEFGHIJ'[Math.floor(n / 1000)]}-${n % 1000}`
  const rows = Array.from({ length: lines }, (_, n) => [codeOf(n), `量具第${n}学会`, '理科', n + 1])
  const { content, mediaType } = await tableExport([['编码', '名称', '类别', '序号'], ...rows], 'xlsx', '学会')
  const file = new Blob([Buffer.from(content)], { type: mediaType })
  let input: { unitId: string; fileId: string } | undefined
  let cookie = ''
  const counted = (answered: { new: number; wrong: number }) =>
    answered.new === lines ? undefined : `${answered.new} of ${lines} are new, ${answered.wrong} wrong`
  return [
    {
      name: `import of ${lines} lines of a spreadsheet, preview`,
      async work() {
        const client = await signInClient(url, 'plan')
        cookie = client.headers['cookie'] ?? ''
        input = { unitId: associationId, fileId: await client.upload('学会.xlsx', file, randomUUID(), 'import') }
        const line = new Line(url, 1)
        const procedure = 'organisation.previewSocietyImport'
        const answer = await line.call<{ counts: { new: number; wrong: number } }>(procedure, input, cookie)
        line.close()
        return counted(answer.counts)
      },
    },
    {
      name: `import of ${lines} lines of a spreadsheet, written`,
      async work() {
        const line = new Line(url, 1)
        const procedure = 'organisation.confirmSocietyImport'
        const answer = await line.call<{ new: number; wrong: number }>(procedure, input, cookie, randomUUID())
        line.close()
        return counted(answer)
      },
    },
  ]
}
