import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesOfZip } from '../testing/files-of-zip.ts'
import { zipOf } from './zip.ts'

describe('a zip of texts', () => {
  it('gives every text back under its name, whatever is in it', async () => {
    const contents = fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 3000 }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(contents, async (texts) => {
        const files = Object.fromEntries(texts.map((each, index) => [`学时-${index}.csv`, each]))
        expect((await filesOfZip(zipOf(files, new Date()))).files).toEqual(files)
      }),
      { numRuns: 50 },
    )
  })

  it('says when it was made', async () => {
    const { at } = await filesOfZip(zipOf({ 'a.txt': '甲' }, new Date('2026-11-28T09:30:10Z')))
    expect([at?.getFullYear(), at?.getMonth(), at?.getDate(), at?.getHours(), at?.getMinutes()]).toEqual([
      2026, 10, 28, 17, 30,
    ])
  })
})
