import type { FileId } from '../access/id.ts'
import type { CourseContent } from './course.ts'
import { richTextLimits, type RichText } from './lesson.ts'

/** A node of a rich text, once it is clean. */
export interface RichTextNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, string | number>>
  readonly content?: readonly RichTextNode[]
  readonly text?: string
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, string>> }[]
}

type Group = 'block' | 'inline' | 'item' | 'text'

/** Which nodes there are, what each is and what it may hold: the editor's own grammar, and nothing beside it. */
const nodes: Readonly<Record<string, { is: Group; holds?: Group }>> = {
  paragraph: { is: 'block', holds: 'inline' },
  heading: { is: 'block', holds: 'inline' },
  bulletList: { is: 'block', holds: 'item' },
  orderedList: { is: 'block', holds: 'item' },
  blockquote: { is: 'block', holds: 'block' },
  codeBlock: { is: 'block', holds: 'text' },
  horizontalRule: { is: 'block' },
  image: { is: 'block' },
  listItem: { is: 'item', holds: 'block' },
  hardBreak: { is: 'inline' },
  text: { is: 'text' },
}

const plainMarks = new Set(['bold', 'italic', 'underline', 'strike', 'code'])
const FILE_ADDRESS = /^\/files\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

/**
 * What of a rich text may be kept: nodes and marks that the editor knows, in places where they belong; links to the
 * web, to mail and to our own pages; pictures from our own files. Everything else goes, whoever sent it.
 */
export function sanitizeRichText(doc: RichText): RichText {
  const content = cleanAll(doc.content, 'block', 1)
  return { type: 'doc', content: (content.length > 0 ? content : [{ type: 'paragraph' }]) as RichText['content'] }
}

function cleanAll(content: unknown, holds: Group, depth: number): RichTextNode[] {
  if (!Array.isArray(content) || depth > richTextLimits.depth) return []
  return content.flatMap((each) => clean(each, holds, depth))
}

function clean(value: unknown, wanted: Group, depth: number): RichTextNode[] {
  if (!isRecord(value) || typeof value.type !== 'string' || !Object.hasOwn(nodes, value.type)) return []
  const rule = nodes[value.type]
  if (!rule || !(rule.is === wanted || (wanted === 'inline' && rule.is === 'text'))) return []
  if (value.type === 'text') return cleanText(value, wanted)
  const attrs = attrsOf(value.type, isRecord(value.attrs) ? value.attrs : {})
  if (!attrs) return []
  const node = { type: value.type, ...(Object.keys(attrs).length > 0 ? { attrs } : {}) }
  if (!rule.holds) return [node]
  const content = cleanAll(value.content, rule.holds, depth + 1)
  // A list without an item, an item without a block: the editor would not open them.
  if (content.length === 0 && (rule.holds === 'item' || rule.holds === 'block')) return []
  return [content.length > 0 ? { ...node, content } : node]
}

/** The attributes that a node keeps; undefined where it cannot be without one that is missing. */
function attrsOf(type: string, attrs: Record<string, unknown>): Record<string, string | number> | undefined {
  if (type === 'heading') return { level: attrs.level === 3 ? 3 : 2 }
  if (type === 'orderedList') {
    const start = attrs.start
    return typeof start === 'number' && Number.isInteger(start) && start > 1 && start < 10_000 ? { start } : {}
  }
  if (type === 'image') {
    if (typeof attrs.src !== 'string' || !FILE_ADDRESS.test(attrs.src)) return undefined
    return { src: attrs.src, alt: typeof attrs.alt === 'string' ? attrs.alt.slice(0, 300) : '' }
  }
  return {}
}

function cleanText(value: Record<string, unknown>, wanted: Group): RichTextNode[] {
  if (typeof value.text !== 'string' || value.text === '') return []
  const marks = wanted === 'text' || !Array.isArray(value.marks) ? [] : value.marks.flatMap(cleanMark)
  const once = marks.filter((mark, index) => marks.findIndex(({ type }) => type === mark.type) === index)
  return [{ type: 'text', text: value.text, ...(once.length > 0 ? { marks: once } : {}) }]
}

function cleanMark(mark: unknown): { type: string; attrs?: Record<string, string> }[] {
  if (!isRecord(mark) || typeof mark.type !== 'string') return []
  if (plainMarks.has(mark.type)) return [{ type: mark.type }]
  if (mark.type !== 'link' || !isRecord(mark.attrs)) return []
  const href = mark.attrs.href
  return typeof href === 'string' && isHarmlessAddress(href) ? [{ type: 'link', attrs: { href } }] : []
}

/** The web, mail, our own pages and places in the page. A control character could hide a scheme from a reader. */
export function isHarmlessAddress(address: string): boolean {
  // oxlint-disable-next-line no-control-regex
  if (address.length > 2000 || /[\u0000-\u0020\u007f\\]/.test(address)) return false
  return (
    /^https?:\/\/[^/]/i.test(address) ||
    /^mailto:[^/]/i.test(address) ||
    /^\/(?!\/)/.test(address) ||
    /^#/.test(address)
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Every node of a rich text, in order. */
export function* nodesOf(node: { readonly content?: unknown }): Generator<Record<string, unknown>> {
  const stack: unknown[] = Array.isArray(node.content) ? node.content.toReversed() : []
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (!isRecord(next)) continue
    yield next
    if (Array.isArray(next.content)) stack.push(...next.content.toReversed())
  }
}

/** Whether there is nothing to read in it. */
export function isEmptyRichText(doc: RichText): boolean {
  for (const node of nodesOf(doc)) {
    if (node.type === 'image' || (typeof node.text === 'string' && node.text.trim() !== '')) return false
  }
  return true
}

/** Pictures of a rich text, by their files. */
export function picturesOf(doc: RichText): FileId[] {
  return [...nodesOf(doc)].flatMap((node) => {
    const src = node.type === 'image' && isRecord(node.attrs) ? node.attrs.src : undefined
    const id = typeof src === 'string' ? FILE_ADDRESS.exec(src)?.[1] : undefined
    return id ? [id as FileId] : []
  })
}

/** Every file that a course shows: pictures, recordings, PDFs; each once. */
export function filesOf(content: CourseContent): FileId[] {
  const files = content.sections.flatMap(({ lessons }) =>
    lessons.flatMap((lesson) => {
      if (lesson.kind === 'text') return picturesOf(lesson.body)
      return 'fileId' in lesson && lesson.fileId ? [lesson.fileId] : []
    }),
  )
  return [...new Set(files)]
}

/** A course's content as it may be kept: its rich texts cleaned. */
export function sanitizeContent(content: CourseContent): CourseContent {
  return {
    sections: content.sections.map((section) => ({
      ...section,
      lessons: section.lessons.map((lesson) =>
        lesson.kind === 'text' ? { ...lesson, body: sanitizeRichText(lesson.body) } : lesson,
      ),
    })),
  }
}
