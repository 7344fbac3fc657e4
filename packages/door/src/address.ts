/**
 * What a page's address holds, as somebody typed or sent it: what does not fit is left out. Plain functions and no schema,
 * since the router needs them before the first page.
 */
export type Address = Readonly<Record<string, unknown>>

/** What the address holds under one name: another page's address. */
export function partOf(value: unknown): Address | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined
}

/** One of the terms that a table of words has. */
export function termOf<K extends string>(
  words: { readonly en: Readonly<Record<K, string>> },
  value: unknown,
): K | undefined {
  return typeof value === 'string' && Object.hasOwn(words.en, value) ? (value as K) : undefined
}

export function textOf(value: unknown, shape: RegExp): string | undefined {
  return typeof value === 'string' && shape.test(value) ? value : undefined
}

/** What was searched for: a line of at most a hundred characters. */
export function searchOf(value: unknown): string | undefined {
  return textOf(value, /^.{1,100}$/)
}

export function idOf<Id extends string>(value: unknown): Id | undefined {
  return textOf(value, /^[0-9a-f-]{36}$/) as Id | undefined
}

/** A day that there is, as `YYYY-MM-DD`. */
export function dayOf(value: unknown): string | undefined {
  const day = textOf(value, /^\d{4}-\d{2}-\d{2}$/)
  return day && !Number.isNaN(Date.parse(day)) ? day : undefined
}

/** A whole number from `least` to `most`. */
export function figureOf(value: unknown, least: number, most: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined
}

export function yearOf(value: unknown): number | undefined {
  return figureOf(value, 2000, 2100)
}

/** A filter that is on or not in the address at all. */
export function flagOf(value: unknown): true | undefined {
  return value === true || undefined
}
