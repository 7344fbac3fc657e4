import fc from 'fast-check'

/** Texts that have broken something somewhere: rare characters, ends of ranges, what other languages take for a command. */
const naughty = [
  ' ',
  '学习',
  '党史学习 2026',
  '\0',
  '学\0习',
  '\ud800',
  '半\udfff字',
  '𠮷𪚥𫝆',
  '\u202eمرحبا بالعالم',
  '\u200b\ufeff\u2028',
  'e\u0301\u0301\u0301',
  '👩‍👩‍👧‍👦🇨🇳',
  'İıſK',
  '０１２３',
  "'; DROP TABLE person; --",
  '%_\\%',
  '"*" OR NEAR(',
  '{"a":[1]}',
  '[object Object]',
  'undefined',
  'NaN',
  '-0',
  '1e309',
  'toString',
  '__proto__',
  'constructor',
  '${7*7}{{7*7}}',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://a.example")',
  '../../../etc/passwd',
  '\r\n\t\v',
  // Places in lists, as cursors write them.
  '["\\u0000","01900000-0000-7000-8000-000000000000"]',
  '["2026-01-01","01900000-0000-7000-8000-000000000000"]',
  '["","01900000-0000-7000-8000-000000000000","01900000-0000-7000-8000-000000000000"]',
  '[9007199254740991,"01900000-0000-7000-8000-000000000000"]',
  '[null]',
  '9007199254740993',
]

const dates = ['0000-01-01', '0000-12-31', '0001-01-01', '1582-10-10', '1970-01-01', '2024-02-29', '9999-12-31']
const LONGEST = 100_000

/** A text with a length between two bounds: naughty, random, or as long as it may be. */
export function textBetween(least: number, most: number): fc.Arbitrary<string> {
  const bound = Math.min(most, LONGEST)
  const fitted = (text: string): string => {
    const long = text.length < least ? text + '学'.repeat(least - text.length) : text
    return long.slice(0, bound)
  }
  const random = fc.string({ unit: 'binary', maxLength: 20 })
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...naughty, ...dates).map(fitted) },
    { weight: 3, arbitrary: random.map(fitted) },
    { weight: 1, arbitrary: fc.constantFrom('长', '𠮷', '\0', ' a').map((each) => each.repeat(bound).slice(0, bound)) },
    { weight: 1, arbitrary: fc.constant('学'.repeat(least)) },
  )
}

/** Days at the ends of the calendar and about today. */
export const day: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...dates),
  fc
    .integer({ min: -900, max: 900 })
    .map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)),
)

/** Numbers at the ends of what a column, a double and a schema can hold. */
export function numberBetween(least: number, most: number, whole: boolean): fc.Arbitrary<number> {
  const ends = [
    0,
    1,
    -1,
    2,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31),
    2 ** 53 - 1,
    -(2 ** 53) + 1,
    2 ** 53,
    least,
    least + 1,
    most,
  ]
  const within = ends.filter((end) => end >= least && end <= most && Number.isFinite(end))
  const low = Math.max(least, -1e15)
  const high = Math.min(most, 1e15)
  const random = whole
    ? fc.integer({ min: Math.ceil(low), max: Math.floor(high) })
    : fc.double({ min: low, max: high, noNaN: true })
  return fc.oneof(fc.constantFrom(...within), random)
}
