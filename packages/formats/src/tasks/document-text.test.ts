import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { decodeText, documentText } from './document-text.ts'

const text = '云海科协工作要点\n一、夯实基础\n　　１．理清底数。四月底前完成统计；建立台账。\n'

/** GB18030 has no encoder in JavaScript: iconv writes it where there is one. */
function encode(encoding: string): Uint8Array | undefined {
  const run = spawnSync('iconv', ['-f', 'utf-8', '-t', encoding], { input: text })
  return run.status === 0 ? run.stdout : undefined
}

describe('the text of a document', () => {
  it('is read in UTF-8 and UTF-16, with a byte order mark and without', () => {
    const utf16 = Buffer.from(text, 'utf16le')
    const swapped = Buffer.from(utf16).swap16()
    const cases: [Uint8Array, string][] = [
      [Buffer.from(text), 'utf-8'],
      [Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]), 'utf-8'],
      [utf16, 'utf-16le'],
      [Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'utf-16le'],
      [swapped, 'utf-16be'],
      [Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), 'utf-16be'],
    ]
    for (const [bytes, encoding] of cases) expect(decodeText(bytes)).toEqual({ ok: true, value: { text, encoding } })
  })

  it.skipIf(!encode('gb18030'))('is read in GB18030', () => {
    expect(decodeText(encode('gb18030') as Uint8Array)).toEqual({ ok: true, value: { text, encoding: 'gb18030' } })
  })

  it('is refused where the file is empty, binary, or not what its name says', async () => {
    const binary = Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 256)
    expect(await documentText(new Uint8Array(), 'a.txt')).toMatchObject({ refusal: 'document-empty' })
    expect(await documentText(binary, 'a.txt')).toMatchObject({ refusal: 'document-is-binary' })
    expect(await documentText(Buffer.from(text), 'a.docx')).toMatchObject({
      refusal: 'document-is-not-what-its-name-says',
    })
    expect(await documentText(Buffer.from('PK\u0003\u0004 cut off'), 'a.docx')).toMatchObject({
      refusal: 'document-cut-off',
    })
    expect(await documentText(Buffer.from('%PDF-1.7 cut off'), 'a.pdf')).toMatchObject({ refusal: 'document-cut-off' })
  })
})
