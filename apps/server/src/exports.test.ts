import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isFormula, textOfCell } from '@dangjian/domain/organisation'
import { csvText } from '@dangjian/formats/organisation/table-export'
import { readTableRows } from '@dangjian/formats/organisation/table-rows'
import { exporters, fileGivers, writeEverywhere, type ExportSite } from './testing/exporters.ts'
import { uploaded } from './testing/made-course.ts'
import { listProcedures } from './testing/procedures.ts'
import { startTestServer } from './testing/test-server.ts'
import { buildTwins } from './testing/twins.ts'

const hostile = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n=',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '　=',
  "'=",
  "''@",
  '\u0001=',
  '-2+',
]
  .map((sign) => `${sign}1+1`)
  .concat('=HYPERLINK("http://x.example","点我")', "@SUM(1,1)*cmd|'/C calc'!A0", '_x003D_1+1', '"=1+1', '\ufeff=1')

async function cellsOf(bytes: Uint8Array): Promise<string[]> {
  const read = await readTableRows(bytes)
  // A list of which nothing is kept is a header by itself.
  if (!read.ok && read.refusal === 'import-empty') return []
  if (!read.ok) throw new Error(read.refusal)
  return [...read.value.header, ...read.value.rows.flatMap(({ cells }) => cells)]
}

describe('a file that is taken away', () => {
  let site: ExportSite
  beforeAll(async () => {
    const server = await startTestServer('sqlite')
    const twins = await buildTwins(server.services.storage, server.world)
    const takers = {
      staff: await server.asRole('associationAdministrator', 'association'),
      auditor: await server.asRole('auditor', 'association', 1),
      trainer: await server.asRole('trainer', 'association', 2),
      learner: await server.asRole(null, 'a.office', 1),
    }
    site = { server, twins, takers }
  })
  afterAll(() => site.server.stop())

  // What each format does with any text, the writers' own tests show; here it is one after the other.
  const tries = hostile.map((text, n) => [text, n % 2 === 0 ? 'csv' : 'xlsx'] as const)
  it.each(tries)('runs nothing in a spreadsheet, and says what was written: %j as %s', async (text, format) => {
    await writeEverywhere(site, text)
    // What no XML holds is left out, and a workbook's lines end in LF.
    const said = new Set([text.replace('\u0001', ''), text.replace('\r', '\n')])
    for (const [name, exporter] of Object.entries(exporters)) {
      const files = await exporter.take(site, text, format, format === 'csv' ? 'zh-CN' : 'en')
      const cells = (await Promise.all(files.map(cellsOf))).flat()
      expect(cells.length, name).toBeGreaterThan(1)
      expect(cells.filter(isFormula), name).toEqual([])
      const texts = cells.map((cell) => textOfCell(cell.replaceAll('_x005F_', '_')))
      if (!exporter.ours) expect(texts.filter((each) => said.has(each)).length, name).toBeGreaterThan(0)
    }
  })

  it.each(['csv', 'xlsx'] as const)('changes nothing when it is imported again (%s)', async (format) => {
    const { server, takers } = site
    const named = ['-草案学会', '＋加号学会', "'=引号学会"]
    for (const [n, place] of (['a', 'b', 'c'] as const).entries()) {
      const name = named[n] ?? ''
      const { maintenance } = server.services.storage
      await maintenance.updateTable('unit').set({ name }).where('id', '=', server.world.units[place]).execute()
    }
    const unitId = server.world.units.association
    const exported = await takers.staff.api.organisation.exportSocieties.query({ unitId, format, language: 'zh-CN' })
    const { sha256, size } = await server.services.files.write(Buffer.from(exported.base64, 'base64'))
    const fileId = await uploaded(server, takers.staff, {
      ...{ content: '占位', name: exported.fileName, purpose: 'import', mediaType: exported.mediaType },
    })
    await server.services.storage.maintenance
      .updateTable('file')
      .set({ sha256, size })
      .where('id', '=', fileId)
      .execute()
    const { counts, lines } = await takers.staff.api.organisation.previewSocietyImport.query({ unitId, fileId })
    expect(counts, JSON.stringify(lines)).toMatchObject({ new: 0, changed: 0, renamed: 0, wrong: 0, unchanged: 3 })
  })

  it('is one of those that are tried here', () => {
    expect(fileGivers(listProcedures()).toSorted()).toEqual(Object.keys(exporters).toSorted())
  })

  it('is written by the one writer of tables, by nobody who is not tried here', () => {
    const root = path.join(import.meta.dirname, '../../..')
    const verb = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace('.', '/')
    const tried = Object.keys(exporters).map((name) => `packages/api/src/${verb(name)}.ts`)
    const writers = ['packages/api/src', 'apps/server/src']
      .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`))
      .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$|\/testing\//.test(name))
      .filter((name) =>
        /^import (?!type).*formats\/.*\/table-(export|stream)'/m.test(readFileSync(path.join(root, name), 'utf8')),
      )
    expect(writers.length).toBeGreaterThan(4)
    const parts = ['packages/api/src/training/my-data-files.ts', 'apps/server/src/files/audit-export-route.ts']
    expect(writers.filter((name) => !tried.includes(name) && !parts.includes(name))).toEqual([])
  })

  it('is found out when it would run, and when nobody tries it', async () => {
    expect((await cellsOf(Buffer.from('甲,乙\r\n=1+1,平常\r\n'))).filter(isFormula)).toEqual(['=1+1'])
    expect((await cellsOf(Buffer.from(csvText([['甲'], ['=1+1']])))).filter(isFormula)).toEqual([])
    const [first] = listProcedures().filter(({ path: name }) => name in exporters)
    const added = { ...first!, path: 'panorama.exportWork' }
    expect(fileGivers([...listProcedures(), added])).toContain('panorama.exportWork')
    expect(Object.keys(exporters)).not.toContain('panorama.exportWork')
  })
})
