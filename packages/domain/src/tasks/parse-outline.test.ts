import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outline } from './outline.ts'
import { parseOutline } from './parse-outline.ts'

function parsed(text: string): Outline {
  const decision = parseOutline(text)
  if (!decision.ok) throw new Error(decision.refusal)
  return decision.value
}

const squeeze = (text: string): string => text.replace(/\s/g, '')
const itemsOf = (outline: Outline) => outline.sections.flatMap((section) => section.items)

function expectPlacesToHold(text: string, outline: Outline): void {
  let at = 0
  for (const section of outline.sections) {
    expect(section.start).toBeGreaterThanOrEqual(at)
    let inside = section.start
    for (const item of section.items) {
      expect(item.start).toBeGreaterThanOrEqual(inside)
      expect(item.end).toBeLessThanOrEqual(section.end)
      expect(squeeze(item.clauses.map((clause) => clause.text).join(''))).toBe(squeeze(item.text))
      for (const clause of item.clauses) {
        expect(clause.start).toBeGreaterThanOrEqual(item.start)
        expect(clause.end).toBeLessThanOrEqual(item.end)
        expect(text.slice(clause.start, clause.start + 1)).toBe(clause.text.slice(0, 1))
      }
      inside = item.end
    }
    at = section.end
  }
}

const NOTICE = `关于印发《云海科协二〇三一年学会工作要点》的通知

各学会党委：

现将《云海科协二〇三一年学会工作要点》印发给你们，请结合实际落实。

附件：云海科协二〇三一年学会工作要点

云海科协办公室
2031年2月3日

 附件

云海科协二〇三一年学会工作要点
二〇三一年的工作，围绕三件事展开。

一、夯实基础
1.理清底数。四月底前完成统计；建立台账，
逐月更新。
2．健全制度。修订手册，明确分工；
- 3 -
定期检查执行情况。
二、服务会员
3、办好讲座。全年不少于六次。

联系人：甲某某，电话 010-12345678
`

describe('the outline of a work-points document', () => {
  it('takes the attachment for the work points, and the notice before it for what it is', () => {
    const outline = parsed(NOTICE)
    expect(outline.title).toBe('云海科协二〇三一年学会工作要点')
    expect(outline.preamble).toBe('二〇三一年的工作，围绕三件事展开。')
    expect(outline.sections.map(({ number, title }) => [number, title])).toEqual([
      ['一', '夯实基础'],
      ['二', '服务会员'],
    ])
    expect(itemsOf(outline).map(({ number, title }) => [number, title])).toEqual([
      [1, '理清底数'],
      [2, '健全制度'],
      [3, '办好讲座'],
    ])
  })

  it('joins broken lines, drops page numbers, and leaves contact lines out', () => {
    const [first, second, third] = itemsOf(parsed(NOTICE))
    expect(first?.text).toBe('理清底数。四月底前完成统计；建立台账，逐月更新。')
    expect(second?.text).toBe('健全制度。修订手册，明确分工；定期检查执行情况。')
    expect(third?.text).toBe('办好讲座。全年不少于六次。')
  })

  it('parts clauses at full stops and semicolons, but not inside brackets', () => {
    const [first] = itemsOf(parsed('一、甲\n1.办班。上半年办两期；下半年办一期（责任：教务；时限：十月）。\n'))
    expect(first?.clauses.map((clause) => clause.text)).toEqual([
      '办班。上半年办两期；',
      '下半年办一期（责任：教务；时限：十月）。',
    ])
  })

  it('makes no clause of the sentence that only names the item, and loses none of it', () => {
    const texts = (text: string) => itemsOf(parsed(`一、甲\n${text}\n`))[0]?.clauses.map((clause) => clause.text)
    expect(texts('1.办好讲座，讲出特色。全年六次；每次有记录。')).toEqual([
      '办好讲座，讲出特色。全年六次；',
      '每次有记录。',
    ])
    expect(texts('1.办好讲座。')).toEqual(['办好讲座。'])
    expect(texts('1.每月讲一次；每季评一次。')).toEqual(['每月讲一次；', '每季评一次。'])
    expect(texts('1.每月讲 2 次。每季评一次。')).toEqual(['每月讲 2 次。', '每季评一次。'])
    expect(texts('1.办好讲座。（责任：教务）全年六次。')).toEqual(['办好讲座。（责任：教务）全年六次。'])
  })

  it('takes （一） for sections where there is no 一、 above it', () => {
    const outline = parsed('（一）甲事\n1.一。\n2.二。\n（二）乙事\n1.三。\n')
    expect(outline.sections.map((section) => section.items.map((item) => item.number))).toEqual([[1, 2], [1]])
  })

  it('keeps every item under 一、 when （一） stands between, and lets the numbers begin again', () => {
    const outline = parsed('一、甲\n（一）子\n1.一。\n2.二。\n（二）丑\n1.三。\n二、乙\n1.四。\n')
    expect(outline.sections.map(({ items }) => items.map(({ number, title }) => `${number}${title}`))).toEqual([
      ['1一', '2二', '1三'],
      ['1四'],
    ])
  })

  it('takes no line that begins with a date, a decimal or an amount for an item', () => {
    const outline = parsed(
      '一、甲\n1.按期完成，其中\n2031年3月底前报送初稿，\n3月15日前报送定稿，\n2.5亿元经费另行下达。\n2.乙。\n',
    )
    expect(itemsOf(outline).map((item) => item.number)).toEqual([1, 2])
    expect(itemsOf(outline)[0]?.text).toContain('2031年3月底前报送初稿，3月15日前报送定稿，2.5亿元')
  })

  it('takes an item whose words begin with a year or a month for an item', () => {
    const items = itemsOf(parsed('一、甲\n1.甲事。\n2.2031年底前完成乙事。\n3.5月底前完成丙事。\n'))
    expect(items.map((item) => item.text)).toEqual(['甲事。', '2031年底前完成乙事。', '5月底前完成丙事。'])
  })

  it('takes plain paragraphs and tables under a heading for no items, and says where they stand', () => {
    const outline = parsed('一、总体要求\n以服务会员为本。\n二、任务表\n序号\t任务\n1\t建组织\n三、甲\n1.一。\n')
    expect(outline.sections.map((section) => section.items.length)).toEqual([0, 0, 1])
    expect(outline.warnings.filter(({ code }) => code === 'text-outside-items')).toHaveLength(3)
  })

  it('takes （一） with words of its own for an item where others have items beneath', () => {
    const outline = parsed('一、甲\n（一）子。全年两次。\n（二）丑\n1.一。\n2.二。\n（三）寅\n每季一次。\n')
    expect(itemsOf(outline).map(({ number, text }) => `${number}${text}`)).toEqual([
      '1子。全年两次。',
      '1一。',
      '2二。',
      '3寅每季一次。',
    ])
  })

  it('ends an item at the next heading, also under parts of the document', () => {
    const outline = parsed('第一部分 总体\n一、甲\n1.a。\n二、乙\n1.b。\n第二部分 任务\n三、丙\n1.c。\n')
    expect(outline.sections.map(({ items }) => items.map(({ text }) => text))).toEqual([['a。', 'b。'], ['c。']])
  })

  it('takes no broken line for a heading, and no table of contents for the document', () => {
    const outline = parsed('目录\n一、甲……1\n二、乙……2\n\n一、甲\n1.联系一线、\n三、四线城市的会员。\n二、乙\n2.事。\n')
    expect(outline.sections.map(({ number, items }) => [number, items.map(({ text }) => text)])).toEqual([
      ['一', ['联系一线、三、四线城市的会员。']],
      ['二', ['事。']],
    ])
  })

  it('reads a number that stands on a line of its own with the next line', () => {
    expect(itemsOf(parsed('一、甲\n1.\n办好讲座。\n2.\n建好台账。\n')).map(({ text }) => text)).toEqual([
      '办好讲座。',
      '建好台账。',
    ])
  })

  it('refuses an empty document and one without any heading', () => {
    expect(parseOutline(' \n\u3000\ufeff\n')).toMatchObject({ refusal: 'document-empty' })
    expect(parseOutline('今天天气很好。\n1.没有标题的一条。')).toMatchObject({ refusal: 'document-without-headings' })
  })

  it('drops a running head that pages repeat', () => {
    const page = (body: string, number: number): string => `云海科协工作要点\n${body}\n- ${number} -\n\f`
    const outline = parsed(
      `${page('一、甲\n1.第一条的前半，', 1)}${page('后半。\n2.第二条的前半，', 2)}${page('后半。', 3)}`,
    )
    expect(itemsOf(outline).map((item) => item.text)).toEqual(['第一条的前半，后半。', '第二条的前半，后半。'])
  })
})

const word = fc.stringMatching(/^[研究组织学习活动会员讲座科普智库]{2,12}$/)
const sentence = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('，'))
const documentModel = fc.array(
  fc.record({
    title: word,
    items: fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 9 },
)
const HAN = '一二三四五六七八九'
const wide = (text: string): string => text.replace(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

describe('the outline of any document of the form', () => {
  const styles = fc.record({
    newline: fc.constantFrom('\n', '\r\n', '\n\n'),
    indent: fc.constantFrom('', '\u3000\u3000', '  '),
    wide: fc.boolean(),
    through: fc.boolean(),
    breakAt: fc.integer({ min: 8, max: 60 }),
  })

  it('has every section and item, loses no text, and keeps places nested and in order', () => {
    fc.assert(
      fc.property(documentModel, styles, (model, style) => {
        let number = 0
        const expected: string[] = []
        const lines: string[] = ['云海科协工作要点']
        for (const [index, section] of model.entries()) {
          lines.push(`${HAN[index]}、${section.title}`)
          for (const [position, sentences] of section.items.entries()) {
            number = style.through || position > 0 ? number + 1 : 1
            const content = `${sentences.join('；')}。`
            expected.push(content)
            const mark = style.wide ? wide(`${number}.`) : `${number}.`
            lines.push(`${style.indent}${mark}${content}`)
          }
        }
        const text = lines.join(style.newline)
        const outline = parsed(text)
        expect(outline.sections.map((section) => section.title)).toEqual(model.map((section) => section.title))
        expect(itemsOf(outline).map((item) => item.text)).toEqual(expected)
        expectPlacesToHold(text, outline)
        for (const item of itemsOf(outline)) expect(text.slice(item.start, item.end)).toBe(item.text)
      }),
      { numRuns: 200 },
    )
  })

  it('is its source again, put together by its places: nothing is left over but marks, headings and page furniture', () => {
    const pages = fc.record({
      every: fc.integer({ min: 3, max: 9 }),
      feed: fc.boolean(),
      width: fc.integer({ min: 9, max: 40 }),
    })
    const isMarked = (line: string): boolean => /^(?:[一二三四五六七八九十]+、|\d+\.)/.test(line)
    fc.assert(
      fc.property(documentModel, pages, (model, { every, feed, width }) => {
        const body: string[] = []
        let number = 0
        for (const [index, section] of model.entries()) {
          body.push(`${HAN[index]}、${section.title}`)
          for (const sentences of section.items) {
            number += 1
            const words = `${number}.${sentences.join('；')}。`
            for (let at = 0; at < words.length; at += width) body.push(words.slice(at, at + width))
          }
        }
        const head = '云海科协二〇三一年学会工作要点'
        const lines: string[] = [head]
        for (const [index, line] of body.entries()) {
          if (index > 0 && index % every === 0) lines.push(`- ${index / every} -`, `${feed ? '\f' : ''}${head}`)
          lines.push(line)
        }
        const text = lines.join('\n')
        const outline = parsed(text)
        expect(itemsOf(outline).map(({ number: n }) => n)).toEqual(Array.from({ length: number }, (_, n) => n + 1))
        let rest = ''
        let at = 0
        const furniture = (piece: string): string => squeeze(piece.replace(/\n-\s\d+\s-\n\f?.*(?=\n)/g, ''))
        for (const item of itemsOf(outline)) {
          expect(furniture(`${text.slice(item.start, item.end)}`)).toBe(squeeze(item.text))
          rest += text.slice(at, item.start)
          at = item.end
        }
        rest += text.slice(at)
        const left = furniture(rest).replaceAll(head, '').replace(/-\d+-/g, '')
        const marks = body.filter(isMarked).map((line) => /^\d+\.|.*/.exec(line)?.[0] ?? '')
        expect(left).toBe(squeeze(marks.join('')))
      }),
      { numRuns: 200 },
    )
  })

  it('never throws and never loses its footing on any text at all', () => {
    const piece = fc.constantFrom(
      '一、',
      '（一）',
      '1.',
      '２．',
      '(3)',
      '附件',
      '附件：',
      '\n',
      '\r\n',
      '\f',
      '。',
      '；',
      '2031年',
      '- 1 -',
      '文',
      '（',
      '”',
      ' ',
      '\u3000',
      'A1',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        const decision = parseOutline(text)
        if (decision.ok) expectPlacesToHold(text, decision.value)
      }),
      { numRuns: 500 },
    )
  })
})

const documents = fileURLToPath(new URL('../../../../../shared/documents', import.meta.url))

describe('the outline of the real documents', () => {
  // The folder ../shared/documents lies beside the project where it is developed; elsewhere these are skipped.
  it.skipIf(!existsSync(documents))('has every numbered paragraph of every file', () => {
    for (const file of readdirSync(documents)) {
      const text = readFileSync(`${documents}/${file}`, 'utf8')
      const outline = parsed(text)
      const written = text.split('\n').flatMap((line) => /^\s*[0-9０-９]+[.．](.*)$/.exec(line)?.[1] ?? [])
      expect(
        itemsOf(outline).map((item) => squeeze(item.text)),
        file,
      ).toEqual(written.map(squeeze))
      expectPlacesToHold(text, outline)
    }
  })
})
