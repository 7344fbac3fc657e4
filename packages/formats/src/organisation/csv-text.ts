import { isFormula } from '@dangjian/domain/organisation'

/**
 * Rows as CSV that a spreadsheet opens as Chinese (byte order mark) and does not run: what it would take for a formula
 * is put behind an apostrophe.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null): string => {
    const text = typeof value === 'string' && isFormula(value) ? `'${value}` : String(value ?? '')
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
