import type { FileId, UnitId } from '@dangjian/domain/access'
import { SocietyColumn, type SocietyRow } from '@dangjian/domain/organisation'
import type { Db } from '@dangjian/db/database'
import { findColumnMatch } from '@dangjian/db/organisation/society-import-store'
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

export const neededColumns: readonly SocietyColumn[] = ['code', 'name', 'category']

export type SocietyColumns = Readonly<Partial<Record<SocietyColumn, number>>>

export interface SocietyFile {
  readonly fileName: string
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

export interface SocietyTable extends SocietyFile {
  readonly columns: SocietyColumns
  readonly societies: readonly SocietyRow[]
}

/** Reads an uploaded table, whatever its columns. */
export async function readSocietyFile(
  db: Db,
  files: Services['files'],
  actor: Actor,
  fileId: FileId,
): Promise<SocietyFile> {
  const file = await findOwnFile(db, fileId, actor)
  if (file.size > TABLE_LIMIT) refuseWith('import-too-large', { megabytes: TABLE_LIMIT / 1024 / 1024 })
  const table = accept(await tableRows(await files.read(file, TABLE_LIMIT)))
  return { fileName: file.name, header: table.header, rows: table.rows }
}

/** Which column is which: as chosen, else as the last time with this header, else by the header's words. */
export async function matchColumns(
  db: Db,
  unitId: UnitId,
  header: readonly string[],
  chosen: SocietyColumns | undefined,
): Promise<{ columns: SocietyColumns; remembered: boolean }> {
  const inside = (columns: SocietyColumns): SocietyColumns =>
    Object.fromEntries(Object.entries(columns).filter(([, index]) => index < header.length))
  if (chosen) return { columns: inside(chosen), remembered: false }
  const remembered = await findColumnMatch(db, unitId, header)
  if (remembered) return { columns: inside(remembered), remembered: true }
  const columns: Partial<Record<SocietyColumn, number>> = {}
  for (const column of SocietyColumn.options) {
    const found = header.findIndex((cell) => headers[column].includes(cell.toLowerCase().replace(/\s/g, '')))
    if (found >= 0) columns[column] = found
  }
  return { columns, remembered: false }
}

/** Reads an uploaded list of societies with its columns matched; refuses it when one that is needed is missing. */
export async function readSocietyTable(
  db: Db,
  files: Services['files'],
  actor: Actor,
  input: { unitId: UnitId; fileId: FileId; columns?: SocietyColumns | undefined },
): Promise<SocietyTable> {
  const file = await readSocietyFile(db, files, actor, input.fileId)
  const { columns } = await matchColumns(db, input.unitId, file.header, input.columns)
  const missing = neededColumns.filter((column) => columns[column] === undefined)
  if (missing.length > 0) refuseWith('import-columns-missing', { columns: missing.join(', ') })
  const societies = file.rows.map(({ line, cells }): SocietyRow => {
    const named = Object.entries(columns).map(([column, index]) => [column, cells[index] ?? ''] as const)
    return { line, cells: Object.fromEntries(named) }
  })
  return { ...file, columns, societies }
}
