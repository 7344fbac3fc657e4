import type { FileId } from '@dangjian/domain/access'
import type { SocietyColumn, SocietyRow } from '@dangjian/domain/organisation'
import type { Db } from '@dangjian/db/database'
import { TABLE_LIMIT, tableRows } from '@dangjian/formats/organisation/table-rows'
import { findOwnFile } from '../access/own-file.ts'
import type { Actor, Services } from '../context.ts'
import { accept, refuseWith } from '../refusal.ts'

/** Headers that each column is known by. */
const headers: Readonly<Record<SocietyColumn, readonly string[]>> = {
  code: ['code', '编码', '代码', '学会编码', '学会代码', '编号'],
  name: ['name', '名称', '学会名称', '全称'],
  category: ['category', '类别', '学会类别', '学科'],
  seq: ['seq', '序号', '排序'],
  parent: ['parentid', 'parent', '上级', '上级编码'],
}
const needed: readonly SocietyColumn[] = ['code', 'name', 'category']

export interface SocietyTable {
  readonly fileName: string
  readonly header: readonly string[]
  readonly columns: Readonly<Partial<Record<SocietyColumn, number>>>
  readonly rows: readonly SocietyRow[]
}

/** Reads an uploaded list of societies; `columns` names the place of a column that its header does not tell. */
export async function readSocietyTable(
  db: Db,
  files: Services['files'],
  actor: Actor,
  input: { fileId: FileId; columns?: Partial<Record<SocietyColumn, number>> | undefined },
): Promise<SocietyTable> {
  const file = await findOwnFile(db, input.fileId, actor)
  if (file.size > TABLE_LIMIT) refuseWith('import-too-large', { megabytes: TABLE_LIMIT / 1024 / 1024 })
  const table = accept(await tableRows(await files.read(file, TABLE_LIMIT)))
  const columns: Partial<Record<SocietyColumn, number>> = {}
  for (const column of Object.keys(headers) as SocietyColumn[]) {
    const given = input.columns?.[column]
    const found = table.header.findIndex((cell) => headers[column].includes(cell.toLowerCase().replace(/\s/g, '')))
    if (given !== undefined && given < table.header.length) columns[column] = given
    else if (found >= 0) columns[column] = found
  }
  const missing = needed.filter((column) => columns[column] === undefined)
  if (missing.length > 0) refuseWith('import-columns-missing', { columns: missing.join(', ') })
  return {
    fileName: file.name,
    header: table.header,
    columns,
    rows: table.rows.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(
        Object.entries(columns).map(([column, index]) => [column, cells[index] ?? '']),
      ) as SocietyRow['cells'],
    })),
  }
}
