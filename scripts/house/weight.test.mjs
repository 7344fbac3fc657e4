import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { weigh } from '../weight.mjs'

const LIMIT = 200_000

describe('the weight of a door', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dangjian-weight-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  /** Its gzipped size is about that of the random bytes in it. */
  const chunk = (name, bytes) => {
    const file = `${name}.js`
    writeFileSync(path.join(folder, file), `export default '${randomBytes(bytes).toString('base64')}'`)
    return { file }
  }
  const door = (shared) => ({
    'index.html': { ...chunk('entry', 50_000), isEntry: true, imports: ['_shared'], dynamicImports: ['later'] },
    _shared: { ...chunk('shared', shared), imports: ['_deeper'] },
    _deeper: { ...chunk('deeper', 20_000), imports: ['_shared'] },
    later: { ...chunk('later', 400_000), isDynamicEntry: true },
  })

  it('counts what the entry imports, once each, and nothing that comes later', () => {
    const { bytes, fits, said } = weigh('school', folder, door(100_000), LIMIT)
    expect(bytes).toBeGreaterThan(170_000)
    expect(bytes).toBeLessThan(180_000)
    expect(fits).toBe(true)
    expect(said).not.toContain('later.js')
  })

  it('is refused above its limit, and the heaviest part is named first', () => {
    const { fits, said } = weigh('school', folder, door(140_000), LIMIT)
    expect(fits).toBe(false)
    expect(said).toMatch(/at most 200\.0 KB\)\n\s+\d+\.\d KB {2}shared\.js\n/)
  })

  it('is refused where nothing was found to weigh', () => {
    expect(weigh('school', folder, {}, LIMIT).fits).toBe(false)
  })
})
