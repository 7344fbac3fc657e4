import { z } from 'zod'
import { allow, refuse, type Decision } from '../access/decision.ts'
import { idSchema } from '../access/id.ts'
import { SocietyCategory, type Unit } from './unit.ts'

/** One confirmed import: the receipt, by which it is undone. */
export const SocietyImportId = idSchema('SocietyImportId')
export type SocietyImportId = z.infer<typeof SocietyImportId>

/** Columns of a list of societies that we know. */
export const SocietyColumn = z.enum(['code', 'name', 'category', 'seq', 'parent'])
export type SocietyColumn = z.infer<typeof SocietyColumn>

/** A row as it stands in the file: its line (the header is line 1) and its cells by column. */
export interface SocietyRow {
  readonly line: number
  readonly cells: Readonly<Partial<Record<SocietyColumn, string>>>
}

export const SocietyRowFault = z.enum([
  'code-missing',
  'code-doubled',
  'code-unknown',
  'name-missing',
  'name-doubled',
  'name-has-other-code',
  'category-unknown',
  'cell-is-formula',
  'name-too-long',
])
export type SocietyRowFault = z.infer<typeof SocietyRowFault>

/** What a line would do when the import is confirmed. */
export type SocietyImportLine =
  | { readonly line: number; readonly outcome: 'root'; readonly name: string }
  | { readonly line: number; readonly outcome: 'new'; readonly society: ImportedSociety }
  | {
      readonly line: number
      /** `renamed`: the code is known under another name. A slip as likely as a new name, so somebody must decide. */
      readonly outcome: 'changed' | 'renamed'
      readonly society: ImportedSociety
      readonly changes: SocietyChange[]
    }
  | { readonly line: number; readonly outcome: 'unchanged'; readonly society: ImportedSociety }
  | {
      readonly line: number
      readonly outcome: 'wrong'
      readonly cells: SocietyRow['cells']
      readonly faults: readonly { readonly fault: SocietyRowFault; readonly other?: number | string }[]
    }

export interface ImportedSociety {
  readonly code: string
  readonly name: string
  readonly category: SocietyCategory
  readonly seq: number
}

export interface SocietyChange {
  readonly column: 'name' | 'category' | 'seq'
  readonly from: string
  readonly to: string
}

const CATEGORY_NAMES: Readonly<Record<string, SocietyCategory>> = {
  理科: 'science',
  工科: 'engineering',
  农科: 'agriculture',
  医科: 'medicine',
  交叉学科: 'interdisciplinary',
}

/**
 * Says line by line what importing a list of societies would do; nothing is written by it. White space around cells is
 * dropped, a society is known by its code, a second import of the same list changes nothing. A column that is not
 * imported, and a number that is left blank, leave what is known as it is. A name that stands twice
 * is wrong in its second line: two societies of one name are more likely a slip than the truth.
 */
export function planSocietyImport(
  existing: readonly Pick<Unit, 'code' | 'name' | 'category' | 'seq' | 'kind'>[],
  rows: readonly SocietyRow[],
): SocietyImportLine[] {
  const byCode = new Map(existing.flatMap((unit) => (unit.code ? [[unit.code, unit] as const] : [])))
  const lineOfCode = new Map<string, number>()
  const lineOfName = new Map<string, number>()
  const codeOfName = codesOfNames(existing, rows)
  return rows.map((row): SocietyImportLine => {
    const cell = (column: SocietyColumn): string => tidy(textOfCell(row.cells[column] ?? ''))
    const code = cell('code').toUpperCase()
    const name = cell('name')
    if (isRoot(cell('parent'), cell('category'), code)) return { line: row.line, outcome: 'root', name }
    const category = CATEGORY_NAMES[cell('category')] ?? SocietyCategory.safeParse(cell('category')).data
    const faults: { fault: SocietyRowFault; other?: number | string }[] = []
    if (Object.values(row.cells).some((value) => isFormula(value))) faults.push({ fault: 'cell-is-formula' })
    if (code === '') faults.push({ fault: 'code-missing' })
    if (code !== '' && !isSocietyCode(code)) faults.push({ fault: 'code-unknown', other: code })
    const firstCode = lineOfCode.get(code)
    if (code !== '' && firstCode !== undefined) faults.push({ fault: 'code-doubled', other: firstCode })
    if (name === '') faults.push({ fault: 'name-missing' })
    if (name.length > 100) faults.push({ fault: 'name-too-long' })
    const firstName = lineOfName.get(name)
    if (name !== '' && firstName !== undefined) faults.push({ fault: 'name-doubled', other: firstName })
    const otherCode = codeOfName.get(name)
    if (otherCode && code !== '' && otherCode !== code) faults.push({ fault: 'name-has-other-code', other: otherCode })
    if (!category) faults.push({ fault: 'category-unknown', other: cell('category') })
    if (code !== '' && firstCode === undefined) lineOfCode.set(code, row.line)
    if (name !== '' && firstName === undefined) lineOfName.set(name, row.line)
    if (faults.length > 0 || !category) return { line: row.line, outcome: 'wrong', cells: row.cells, faults }

    const known = byCode.get(code)
    const seq = cell('seq') === '' ? known?.seq : Number.parseInt(cell('seq'), 10)
    const society = { code, name, category, seq: seq || 0 }
    if (!known) return { line: row.line, outcome: 'new', society }
    const changes = (['name', 'category', 'seq'] as const).flatMap((column) =>
      String(known[column] ?? '') === String(society[column])
        ? []
        : [{ column, from: String(known[column] ?? ''), to: String(society[column]) }],
    )
    if (changes.length === 0) return { line: row.line, outcome: 'unchanged', society }
    const renamed = changes.some(({ column }) => column === 'name')
    return { line: row.line, outcome: renamed ? 'renamed' : 'changed', society, changes }
  })
}

/** For each line whose name differs, by its number: whether it is confirmed as a new name or left out. */
export type RenameDecisions = Readonly<Record<string, boolean>>

export type SocietyImportRefusal = 'import-renames-undecided' | 'import-nothing-to-do'

/** The lines that are written: new and changed ones, and those confirmed as renamed. Each of the latter needs a decision. */
export function decideSocietyImport(
  plan: readonly SocietyImportLine[],
  renames: RenameDecisions,
): Decision<Extract<SocietyImportLine, { outcome: 'new' | 'changed' | 'renamed' }>[], SocietyImportRefusal> {
  const undecided = plan.filter(({ outcome, line }) => outcome === 'renamed' && renames[line] === undefined)
  if (undecided.length > 0) return refuse('import-renames-undecided', { count: undecided.length })
  const written = plan.flatMap((each) =>
    each.outcome === 'new' || each.outcome === 'changed' || (each.outcome === 'renamed' && renames[each.line])
      ? [each]
      : [],
  )
  return written.length > 0 ? allow(written) : refuse('import-nothing-to-do')
}

/** Codes that names already have, save those that this very list gives to another name. */
function codesOfNames(
  existing: readonly Pick<Unit, 'code' | 'name'>[],
  rows: readonly SocietyRow[],
): ReadonlyMap<string, string> {
  const nameOfCode = new Map(rows.map(({ cells }) => [tidy(cells.code ?? '').toUpperCase(), tidy(cells.name ?? '')]))
  return new Map(
    existing.flatMap(({ code, name }) => {
      const renamedTo = code ? nameOfCode.get(code) : undefined
      return code && (renamedTo === undefined || renamedTo === name) ? [[name, code] as const] : []
    }),
  )
}

/** A society's code: letters and a number, such as A-01; those of delegated and international societies end in a letter, A-43W. */
export function isSocietyCode(code: string): boolean {
  return /^[A-Z]{1,4}-?\d{1,4}[A-Z]?$/.test(code)
}

/** The association's own row: it has no parent among the rows and no category. */
function isRoot(parent: string, category: string, code: string): boolean {
  return category === '' && (parent === '-1' || parent === '0') && code !== ''
}

/** White space of every kind around and doubled within. */
function tidy(cell: string): string {
  return cell.replace(/[\s\u3000\u00a0\u200b\ufeff]+/g, ' ').trim()
}

/** A cell that a spreadsheet would run. A lone minus with a number is none. */
export function isFormula(cell: string): boolean {
  return (
    /^[\s\u3000]*[=+@＝＋＠]/.test(cell) || /^[\s\u3000]*[-－](?!\d+(?:\.\d+)?\s*$)/.test(cell) || /^[\t\r]/.test(cell)
  )
}

/** An apostrophe, before what a spreadsheet would run or another apostrophe before it. */
const APOSTROPHE = /^'+(?=[\s\u3000]*[=+@＝＋＠\-－]|[\t\r])/

/** Text as a cell that no spreadsheet runs: behind an apostrophe where it would. `textOfCell` reads it back. */
export function cellOfText(text: string): string {
  return isFormula(text) || APOSTROPHE.test(text) ? `'${text}` : text
}

/** What a cell says: an apostrophe before a formula says that it is meant as text, and is no part of it. */
export function textOfCell(cell: string): string {
  return APOSTROPHE.test(cell) ? cell.slice(1) : cell
}
