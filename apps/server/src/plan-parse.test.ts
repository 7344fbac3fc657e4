import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Outline } from '@dangjian/domain/tasks'
import { zipOf } from '@dangjian/formats/access/zip'
import { runCli } from './testing/run-cli.ts'

// Each run is a process of its own: a second, or half a minute on a machine that does ten other things.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const text = `云海科协工作要点
二〇三一年围绕两件事展开。
一、夯实基础
1.理清底数。四月底前完成统计；建立台账，
逐月更新。
2.健全制度。修订手册。
二、服务会员
1.办好讲座。全年不少于六次。
`
const items = ['理清底数。四月底前完成统计；建立台账，逐月更新。', '健全制度。修订手册。', '办好讲座。全年不少于六次。']

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dangjian-parse-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const parse = async (name: string, content: Uint8Array | string) => {
  const file = path.join(folder, name)
  await writeFile(file, content)
  return runCli(['plan', 'parse', file, '--json'])
}
const outlineOf = (out: string) => Outline.parse(JSON.parse(out))
const textsOf = (outline: Outline) => outline.sections.flatMap((section) => section.items.map((item) => item.text))

describe('plan parse', () => {
  it('prints the outline of text in UTF-8 and UTF-16, and nothing else', async () => {
    for (const [name, content] of [
      ['plain.txt', text],
      ['mark.txt', `\ufeff${text}`],
      ['wide.txt', Buffer.from(`\ufeff${text}`, 'utf16le')],
      ['swapped.txt', Buffer.from(text, 'utf16le').swap16()],
    ] as const) {
      const run = await parse(name, content)
      expect([name, run.code, run.err]).toEqual([name, 0, ''])
      const outline = outlineOf(run.out)
      expect(textsOf(outline)).toEqual(items)
      expect(outline.sections.map(({ number, title }) => [number, title])).toEqual([
        ['一', '夯实基础'],
        ['二', '服务会员'],
      ])
      expect([outline.title, outline.preamble]).toEqual(['云海科协工作要点', '二〇三一年围绕两件事展开。'])
      const first = outline.sections[0]?.items[0]
      expect(text.slice(first?.start, first?.end).replaceAll('\n', '')).toBe(items[0])
    }
  })

  it.skipIf(spawnSync('iconv', ['--version']).status !== 0)('reads GB18030', async () => {
    const { stdout } = spawnSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: text })
    const run = await parse('gb.txt', stdout)
    expect(textsOf(outlineOf(run.out))).toEqual(items)
  })

  it('reads Word by what it is, whatever its name', async () => {
    const paragraphs = text.split('\n').map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`)
    const word = zipOf(
      {
        '[Content_Types].xml':
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        '_rels/.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`,
      },
      new Date(),
    )
    for (const name of ['a.docx', 'a']) {
      const run = await parse(name, word)
      expect([run.code, run.err]).toEqual([0, ''])
      expect(textsOf(outlineOf(run.out))).toEqual(items)
    }
  })

  it('exits 2 with one sentence for a file that is empty, binary, of no known encoding, without headings or cut off', async () => {
    const binary = Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 256)
    const unknown = Buffer.concat([Buffer.from('一、'), Buffer.from([0xff, 0xff, 0x80, 0xff, 0x81, 0xff])])
    for (const [name, content, words] of [
      ['empty.txt', '', 'no text'],
      ['blank.txt', ' \n\u3000\n', 'no text'],
      ['binary.txt', binary, 'no text file'],
      ['unknown.txt', unknown, 'encoding'],
      ['plain.txt', '今天天气很好。\n1.没有标题的一条。\n', 'No heading'],
      ['cut.docx', 'PK\u0003\u0004…', 'incomplete'],
      ['text.pdf', text, 'not what its ending says'],
    ] as const) {
      const run = await parse(name, content)
      expect([name, run.code, run.out]).toEqual([name, 2, ''])
      expect(run.err).toContain(words)
      expect(run.err.trim().split('\n')).toHaveLength(1)
    }
    expect(await runCli(['plan', 'parse', path.join(folder, 'none.txt')])).toMatchObject({ code: 2, out: '' })
    expect(await runCli(['plan', 'parse'])).toMatchObject({ code: 2, out: '' })
  })

  const documents = fileURLToPath(new URL('../../../../shared/documents', import.meta.url))
  // The folder ../shared/documents lies beside the project where it is developed; elsewhere this is skipped.
  it.skipIf(!existsSync(documents))('reads every real document with every numbered paragraph', async () => {
    for (const name of readdirSync(documents)) {
      const run = await runCli(['plan', 'parse', path.join(documents, name), '--json'])
      expect([name, run.code, run.err]).toEqual([name, 0, ''])
      const source = await readFile(path.join(documents, name), 'utf8')
      const numbered = source.split('\n').filter((line) => /^\s*[0-9０-９]+[.．]/.test(line))
      expect(textsOf(outlineOf(run.out))).toHaveLength(numbered.length)
    }
  })
})
