import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileId } from '@dangjian/domain/access'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'
import { upload } from './testing/upload.ts'

const list = `编码,名称,类别,序号
C-01,华夏稻作学会,农科,1
C-02 ,　华夏茶园学会 ,农科,2
C-03,华夏茶园学会,农科,3
C-01,华夏果树学会,农科,4
,华夏蜂业学会,农科,5
第五,华夏牧草学会,农科,6
C-07,=HYPERLINK("http://x"),农科,7
C-08,华夏沙作学会,沙科,8
C-09,金丝雀AA学会,农科,9
A-02,金丝雀BB新学会,理科,2
`

describe.each(databaseKinds)('importing societies over HTTP (%s)', (kind) => {
  let server: TestServer
  let officer: Visitor
  let unitId: TestServer['world']['units']['association']
  beforeAll(async () => {
    server = await startTestServer(kind)
    unitId = server.world.units.association
    officer = await server.asRole('associationAdministrator', 'association')
  })
  afterAll(() => server.stop())

  const put = (content: string | Uint8Array<ArrayBuffer>, name = '学会.csv') =>
    upload(server, officer, 'import', name, content)
  const preview = (fileId: FileId, corrections = {}) =>
    officer.api.organisation.previewSocietyImport.query({ unitId, fileId, corrections })
  const confirm = (fileId: FileId, corrections = {}, renames = {}) =>
    officer.api.organisation.confirmSocietyImport.mutate({ unitId, fileId, corrections, renames })
  const codes = async () => {
    const { rows } = await officer.api.organisation.listSocieties.query({ unitId, limit: 100 })
    return rows.map((row) => `${row.code} ${row.name}`)
  }

  it('says line by line what is new, changed or wrong and why, and writes nothing until confirmed', async () => {
    const before = await codes()
    const seen = await preview(await put(list))
    expect(seen.counts).toEqual({ renamed: 1, new: 2, changed: 0, unchanged: 0, wrong: 7 })
    const faults = Object.fromEntries(seen.lines.map((line) => [line.line, line.faults]))
    expect(faults).toMatchObject({
      4: [{ fault: 'name-doubled', other: 3 }],
      5: [{ fault: 'code-doubled', other: 2 }],
      6: [{ fault: 'code-missing' }],
      7: [{ fault: 'code-unknown', other: '第五' }],
      8: [{ fault: 'cell-is-formula' }],
      9: [{ fault: 'category-unknown', other: '沙科' }],
      10: [{ fault: 'name-has-other-code', other: 'A-01' }],
    })
    expect(seen.lines.find((line) => line.line === 11)?.changes).toEqual([
      { column: 'name', from: '金丝雀BB学会', to: '金丝雀BB新学会' },
    ])
    expect(await codes()).toEqual(before)
  })

  it('gives the wrong lines home with their numbers and reasons, and none that a spreadsheet would run', async () => {
    const fileId = await put(list)
    const file = await officer.api.organisation.exportWrongLines.query({
      unitId,
      fileId,
      format: 'csv',
      language: 'zh-CN',
    })
    const text = Buffer.from(file.base64, 'base64').toString('utf8')
    expect(file.fileName).toBe('有误的行 学会.csv')
    expect(text).toContain('5,C-01,华夏果树学会,农科,4,编码与第 2 行重复')
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(text.split('\r\n')).toHaveLength(9)
  })

  it('writes what was confirmed with what was corrected in place; the second import changes nothing; undo takes all back', async () => {
    const before = await codes()
    const fileId = await put(list)
    const corrections = { 6: { code: 'C-05' }, 9: { category: '农科' } }
    expect((await preview(fileId, corrections)).counts).toEqual({
      renamed: 1,
      new: 4,
      changed: 0,
      unchanged: 0,
      wrong: 5,
    })
    await expect(confirm(fileId, corrections)).rejects.toMatchObject({
      data: { refusal: 'import-renames-undecided', detail: { count: 1 } },
    })
    const receipt = await confirm(fileId, corrections, { 11: true })
    expect(receipt).toMatchObject({ new: 4, changed: 1, wrong: 5 })
    expect(await codes()).toEqual([
      'A-01 金丝雀AA学会',
      'A-02 金丝雀BB新学会',
      'A-03 金丝雀CC学会',
      'C-01 华夏稻作学会',
      'C-02 华夏茶园学会',
      'C-05 华夏蜂业学会',
      'C-08 华夏沙作学会',
    ])
    expect((await preview(fileId, corrections)).counts).toEqual({
      renamed: 0,
      new: 0,
      changed: 0,
      unchanged: 5,
      wrong: 5,
    })
    await expect(confirm(fileId, corrections)).rejects.toMatchObject({ data: { refusal: 'import-nothing-to-do' } })

    const { importId } = receipt
    const [last] = await officer.api.organisation.listSocietyImports.query({ unitId })
    expect(last).toMatchObject({ id: importId, fileName: '学会.csv', newCount: 4, undoneAt: null })
    expect(await officer.api.organisation.findImportHindrance.query({ unitId, importId })).toEqual({ name: null })
    expect(await officer.api.organisation.undoSocietyImport.mutate({ unitId, importId })).toEqual({
      removed: 4,
      restored: 1,
    })
    expect(await codes()).toEqual(before)
    await expect(officer.api.organisation.undoSocietyImport.mutate({ unitId, importId })).rejects.toMatchObject({
      data: { refusal: 'import-already-undone' },
    })
  })

  it('leaves a society its name where the line was not taken for a new name', async () => {
    const before = await codes()
    const fileId = await put('编码,名称,类别\nA-02,错对的学会,理科\nB-31,华夏航标学会,工科\n')
    expect(await confirm(fileId, {}, { 2: false })).toMatchObject({ new: 1, changed: 0, wrong: 1 })
    expect(await codes()).toEqual([...before, 'B-31 华夏航标学会'].toSorted())
  })

  it('is not undone once something was built on it', async () => {
    const { importId } = await confirm(await put('编码,名称,类别\nD-21,华夏听力学会,医科\n'))
    const { rows } = await officer.api.organisation.listSocieties.query({ unitId, search: '听力' })
    await officer.api.organisation.foundUnit.mutate({
      parentId: rows[0]?.id as never,
      name: '听力党委',
      kind: 'societyPartyCommittee',
      form: 'committee',
      affiliation: null,
    })
    const hindrance = await officer.api.organisation.findImportHindrance.query({ unitId, importId })
    expect(hindrance).toEqual({ name: '华夏听力学会' })
    await expect(officer.api.organisation.undoSocietyImport.mutate({ unitId, importId })).rejects.toMatchObject({
      data: { refusal: 'import-built-upon', detail: { name: '华夏听力学会' } },
    })
    expect((await codes()).some((each) => each.startsWith('D-21'))).toBe(true)
  })

  it('asks for the columns that it cannot tell, and remembers the answer for the next table of that shape', async () => {
    const strange = '代号甲,全名乙,科别\nE-41,华夏科普场馆学会,交叉学科\n'
    const fileId = await put(strange)
    const seen = await officer.api.organisation.matchSocietyColumns.query({ unitId, fileId })
    expect(seen).toMatchObject({
      header: ['代号甲', '全名乙', '科别'],
      columns: {},
      remembered: false,
      samples: [['E-41', '华夏科普场馆学会', '交叉学科']],
    })
    await expect(preview(fileId)).rejects.toMatchObject({ data: { refusal: 'import-columns-missing' } })
    const columns = { code: 0, name: 1, category: 2 }
    await officer.api.organisation.confirmSocietyImport.mutate({ unitId, fileId, columns })
    const again = await officer.api.organisation.matchSocietyColumns.query({ unitId, fileId: await put(strange) })
    expect(again).toMatchObject({ columns, remembered: true })
  })

  it.each([
    ['of no known encoding', Uint8Array.from({ length: 500 }, (_, index) => 128 + ((index * 61) % 127))],
    ['without rows', '编码,名称,类别\n'],
  ])('refuses a file %s in words and writes nothing', async (_what, content) => {
    const before = await codes()
    const outcome = await put(content).then(
      (fileId) => preview(fileId).catch((error: { data: { refusal: string } }) => error.data.refusal),
      (error: Error) => error.message,
    )
    expect(outcome).toEqual(expect.stringMatching(/import-(encoding-unknown|empty|not-a-table)|answered 422/))
    expect(await codes()).toEqual(before)
  })

  it('reads a file of the uploader’s alone', async () => {
    const fileId = await put(list)
    const other = await server.asRole('associationAdministrator', 'association', 1)
    await expect(other.api.organisation.previewSocietyImport.query({ unitId, fileId })).rejects.toMatchObject({
      data: { httpStatus: 404 },
    })
  })

  const real = fileURLToPath(new URL('../../../../shared/data/cast-societies-2018.csv', import.meta.url))
  // The folder ../shared/data lies beside the project where it is developed; elsewhere this is skipped.
  it.skipIf(!existsSync(real))('takes the real list with its dirt, and the second time nothing changes', async () => {
    const fileId = await put(Uint8Array.from(readFileSync(real)))
    const seen = await preview(fileId)
    const { wrong } = seen.counts
    // One name stands twice; whatever else is in the list can be taken.
    const faults = seen.lines.flatMap((line) => line.faults.map(({ fault }) => fault))
    expect(faults).toEqual(['name-doubled'])
    expect(seen.counts.new + seen.counts.changed + seen.counts.renamed + wrong).toBe(210)
    const renames = Object.fromEntries(
      seen.lines.flatMap(({ line, outcome }) => (outcome === 'renamed' ? [[line, true]] : [])),
    )
    const receipt = await confirm(fileId, {}, renames)
    const { renamed, changed } = seen.counts
    expect(receipt).toMatchObject({ new: seen.counts.new, changed: renamed + changed, wrong })
    expect((await preview(fileId)).counts).toMatchObject({ new: 0, changed: 0, wrong })
    expect(await officer.api.organisation.undoSocietyImport.mutate({ unitId, importId: receipt.importId })).toEqual({
      removed: receipt.new,
      restored: receipt.changed,
    })
  })
})
