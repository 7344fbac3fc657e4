import { describe, expect, it } from 'vitest'
import { isFormula } from '@dangjian/domain/organisation'
import { tableExport } from '../organisation/table-export.ts'
import { readTableRows } from '../organisation/table-rows.ts'
import { tableStream } from './table-stream.ts'

const header = ['甲', '乙']
const body = [
  ['=1+1', '@SUM(A1)'],
  ['＝HYPERLINK("x")', '"quoted", with comma'],
  ['+cmd|calc', '两行\n文字'],
]

async function* each(rows: readonly (readonly string[])[]) {
  yield* rows
}

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

describe('a table that is written while it is read', () => {
  it.each(['csv', 'xlsx'] as const)('is the same as one that is made whole, and runs nothing (%s)', async (format) => {
    const streamed = await readTableRows(await whole(tableStream(each([header, ...body]), format, '表')))
    const made = await readTableRows((await tableExport([header, ...body], format, '表')).content)
    expect(streamed).toEqual(made)
    if (!streamed.ok) throw new Error(streamed.refusal)
    expect(streamed.value.rows.flatMap(({ cells }) => cells.filter(isFormula))).toEqual([])
  })

  it.each(['csv', 'xlsx'] as const)(
    'ends in an error where its rows do, so that nobody takes a part for the whole (%s)',
    async (format) => {
      async function* broken() {
        yield header
        throw new Error('The line broke.')
      }
      await expect(whole(tableStream(broken(), format, '表'))).rejects.toThrow('The line broke.')
    },
  )

  const long = (rows: number, counted: () => void) =>
    (async function* () {
      const wide = Array.from({ length: 12 }, (_, n) => `${n}`.repeat(50))
      for (let n = 0; n < rows; n += 1) {
        counted()
        yield wide
      }
    })()

  it('waits for whoever reads slowly (csv)', async () => {
    let read = 0
    const stream = tableStream(
      long(20_000, () => (read += 1)),
      'csv',
      '表',
    )
    await new Promise((resolve) => stream.once('readable', resolve))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(read).toBeLessThan(10_000)
    stream.destroy()
  })

  it('lets others have their turn (xlsx)', async () => {
    let read = 0
    const stream = tableStream(
      long(5000, () => (read += 1)),
      'xlsx',
      '表',
    )
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(read).toBeLessThan(5000)
    stream.destroy()
  })
})
