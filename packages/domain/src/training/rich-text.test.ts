import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RichText, richTextLimits, type RichText as Doc } from './lesson.ts'
import { filesOf, isEmptyRichText, isHarmlessAddress, nodesOf, sanitizeRichText } from './rich-text.ts'

const file = '01900000-0000-7000-8000-000000000001'
const doc = (...content: unknown[]): Doc => ({ type: 'doc', content })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const linked = (href: unknown) =>
  doc(paragraph({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href, onclick: 'steal()' } }] }))

const types = [
  'doc',
  'paragraph',
  'heading',
  'bulletList',
  'listItem',
  'blockquote',
  'codeBlock',
  'image',
  'text',
  'hardBreak',
  'script',
  'iframe',
  '__proto__',
  'constructor',
]
const addresses = [
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'JAVASCRIPT:1',
  'data:text/html,x',
  '//evil.example',
  '/\\evil.example',
  '\u0001javascript:1',
  'vbscript:x',
  `/files/${file}`,
  `/files/${file}/../../x`,
  'https://example.org/a?b=1',
  'mailto:a@example.org',
  '/courses',
  '#top',
  'file:///etc/passwd',
  'https://x"onload=1 ',
]
const hostile: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    fc.anything(),
    fc.record(
      {
        type: fc.constantFrom(...types),
        text: fc.oneof(fc.string(), fc.constant('<script>1</script>'), fc.anything()),
        attrs: fc.oneof(
          fc.record(
            {
              src: fc.constantFrom(...addresses),
              href: fc.constantFrom(...addresses),
              level: fc.anything(),
              onerror: fc.string(),
            },
            { requiredKeys: [] },
          ),
          fc.anything(),
        ),
        marks: fc.oneof(
          fc.array(
            fc.record(
              {
                type: fc.constantFrom('bold', 'link', 'textStyle', 'script'),
                attrs: fc.record({ href: fc.constantFrom(...addresses), style: fc.string() }, { requiredKeys: [] }),
              },
              { requiredKeys: ['type'] },
            ),
            { maxLength: 4 },
          ),
          fc.anything(),
        ),
        content: fc.oneof(fc.array(tie('node'), { maxLength: 4 }), fc.anything()),
      },
      { requiredKeys: ['type'] },
    ),
  ),
})).node

describe('rich text', () => {
  it('keeps only known nodes, marks, attributes and harmless addresses, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (content) => {
        const clean = sanitizeRichText(doc(...content))
        for (const node of nodesOf(clean)) {
          expect(types.slice(1, 10).concat('horizontalRule', 'orderedList')).toContain(node.type)
          expect(Object.keys(node).every((key) => ['type', 'attrs', 'content', 'text', 'marks'].includes(key))).toBe(
            true,
          )
          const attrs = (node.attrs ?? {}) as Record<string, unknown>
          expect(Object.keys(attrs).every((key) => ['level', 'start', 'src', 'alt'].includes(key))).toBe(true)
          if (node.type === 'image') expect(attrs.src).toBe(`/files/${file}`)
          for (const mark of (node.marks ?? []) as { type: string; attrs?: Record<string, string> }[]) {
            expect(['bold', 'italic', 'underline', 'strike', 'code', 'link']).toContain(mark.type)
            if (mark.type === 'link')
              expect(mark.attrs?.href).toMatch(/^(https:\/\/example|mailto:a@|\/courses|\/files\/|#top)/)
          }
        }
      }),
    )
  })

  it('changes nothing that is clean already: cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (content) => {
        const once = sanitizeRichText(doc(...content))
        expect(sanitizeRichText(once)).toEqual(once)
      }),
    )
  })

  it('keeps what an editor writes as it is', () => {
    const written = doc(
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '一、要求' }] },
      paragraph(
        {
          type: 'text',
          text: '重点',
          marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://example.org' } }],
        },
        { type: 'hardBreak' },
      ),
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [paragraph({ type: 'text', text: '其三' })] }],
      },
      { type: 'image', attrs: { src: `/files/${file}`, alt: '示意图' } },
      { type: 'horizontalRule' },
    )
    expect(sanitizeRichText(written)).toEqual(written)
  })

  it.each(addresses.slice(0, 8).concat(addresses.slice(-2)))('drops a link to %j and keeps its words', (href) => {
    expect(isHarmlessAddress(href)).toBe(false)
    expect(sanitizeRichText(linked(href))).toEqual(doc(paragraph({ type: 'text', text: 'x' })))
  })

  it('refuses a text that is nested too deep or too long before walking through it', () => {
    let deep: unknown = { type: 'text', text: 'x' }
    for (let n = 0; n < 50_000; n += 1) deep = { type: 'blockquote', content: [deep] }
    expect(RichText.safeParse(doc(deep)).success).toBe(false)
    expect(
      RichText.safeParse(doc(paragraph({ type: 'text', text: '字'.repeat(richTextLimits.characters + 1) }))).success,
    ).toBe(false)
    let within: unknown = paragraph({ type: 'text', text: 'x' })
    for (let n = 0; n < richTextLimits.depth - 2; n += 1) within = { type: 'blockquote', content: [within] }
    expect(RichText.safeParse(doc(within)).success).toBe(true)
    expect(JSON.stringify(sanitizeRichText(doc(within)))).toContain('"x"')
  })

  it('knows the files that a course shows, and whether there is anything to read', () => {
    const body = sanitizeRichText(doc({ type: 'image', attrs: { src: `/files/${file}` } }))
    const lesson = { id: file as never, title: '', required: true, kind: 'text' as const, body }
    expect(filesOf({ sections: [{ id: file as never, title: '', lessons: [lesson, lesson] }] })).toEqual([file])
    expect(isEmptyRichText(body)).toBe(false)
    expect(isEmptyRichText(sanitizeRichText(doc({ type: 'script', text: 'x' })))).toBe(true)
  })
})
