import { describe, expect, it } from 'vitest'
import { tableRows } from './table-rows.ts'

const text = 'code,name\nA-01,华夏云学会\n\nA-02,"华夏雨\n学会"\nA-03,华夏风学会\n'

/** The characters of the table above in GB18030: Node decodes it and does not encode it. */
const GB18030: Readonly<Record<string, number>> = {
  华: 0xbbaa,
  夏: 0xcfc4,
  云: 0xd4c6,
  学: 0xd1a7,
  会: 0xbbe1,
  雨: 0xd3ea,
  风: 0xb7e7,
}
const gb18030 = Uint8Array.from(
  [...text].flatMap((char) => (GB18030[char] ? [GB18030[char] >> 8, GB18030[char] & 0xff] : [char.charCodeAt(0)])),
)
const utf8 = (content: string): Uint8Array => new TextEncoder().encode(content)

describe('a table that somebody uploads', () => {
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`)],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['GB18030', gb18030],
    ['semicolons', utf8(text.replaceAll(',', ';'))],
    ['tabs', utf8(text.replaceAll(',', '\t'))],
  ])('is read in %s, each row with its line', async (_name, bytes) => {
    const read = await tableRows(bytes)
    expect(read).toMatchObject({ ok: true, value: { header: ['code', 'name'] } })
    expect(read.ok && read.value.rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, 'A-01'],
      [4, 'A-02'],
      [6, 'A-03'],
    ])
  })

  it.each([
    ['nothing', '', 'import-empty'],
    ['a header alone', 'code,name\n', 'import-empty'],
    ['white space', ' \n \n', 'import-empty'],
  ])('is refused when it holds %s', async (_name, content, refusal) => {
    expect(await tableRows(utf8(content))).toMatchObject({ ok: false, refusal })
  })

  it('is refused by what it is and not by its name: bytes of no known encoding, a picture, a broken workbook', async () => {
    const noise = Uint8Array.from({ length: 400 }, (_, index) => (index * 131 + 128) % 256)
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
    const broken = new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 60 }, () => 7)])
    for (const bytes of [noise, picture, broken]) expect(await tableRows(bytes)).toMatchObject({ ok: false })
    expect(await tableRows(broken)).toMatchObject({ refusal: 'import-not-a-table' })
  })
})
