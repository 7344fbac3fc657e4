import { describe, expect, it } from 'vitest'
import { LIMIT_MS, literalsIn, regularExpressions, tooSlow } from './regular-expressions.mjs'

/** What is never given a long text, each with the reason. */
const short = {
  'packages/formats/src/training/json-rows.ts': 'Node quotes at most forty signs of a text that is no JSON.',
}

describe('regular expressions', () => {
  const all = regularExpressions()

  it('were found', () => {
    expect(all.length).toBeGreaterThan(150)
  })

  it(`take at most ${LIMIT_MS} ms for 50,000 signs that nearly match`, () => {
    const long = new Map(all.filter(({ file }) => !(file in short)).map((each) => [each.literal, each]))
    const slow = [...long.values()]
      .map(({ file, literal }) => ({ file, literal, ms: tooSlow(literal) }))
      .filter(({ ms }) => ms > 0)
    expect(slow.map(({ file, literal, ms }) => `${file} ${literal}: ${Math.round(ms)} ms`)).toEqual([])
  }, 300_000)

  it.each([String.raw`/\s+$/`, String.raw`/<!--[\s\S]*?-->/g`])('find a planted one out: %s', (planted) => {
    expect(literalsIn(`text.replace(${planted}, '')`)).toEqual([planted])
    expect(tooSlow(planted)).toBeGreaterThan(0)
  })
})
