import { allow, refuse, type Decision } from '@dangjian/domain/access'
import type { DocumentTextRefusal } from '@dangjian/domain/tasks'
import { readApart } from '../access/read-apart.ts'
import { decodeBytes, type TextEncoding } from '../access/text-encoding.ts'
import { isHeavyZip } from '../access/zip-weight.ts'

/** Bytes at most: a year's work points are a few pages. */
export const DOCUMENT_LIMIT = 20 * 1024 * 1024

export type DocumentEncoding = TextEncoding

export interface DocumentText {
  readonly text: string
  readonly kind: 'text' | 'word' | 'pdf'
  /** For plain text: what it was written in. */
  readonly encoding: DocumentEncoding | null
}

/** The text of an uploaded document, by what its bytes are and not by what its name says. */
export async function documentText(
  bytes: Uint8Array,
  name: string,
): Promise<Decision<DocumentText, DocumentTextRefusal>> {
  if (bytes.byteLength === 0) return refuse('document-empty')
  if (bytes.byteLength > DOCUMENT_LIMIT)
    return refuse('document-too-large', { megabytes: DOCUMENT_LIMIT / 1024 / 1024 })
  return (await readApart(import.meta.url, readDocumentText, bytes, name)) ?? refuse('document-too-heavy')
}

/** The same where one is apart already. */
export async function readDocumentText(
  bytes: Uint8Array,
  name: string,
): Promise<Decision<DocumentText, DocumentTextRefusal>> {
  const kind = kindOf(bytes)
  const named = /\.(docx|pdf|txt|text|md)$/i.exec(name)?.[1]?.toLowerCase()
  if ((named === 'docx' && kind !== 'word') || (named === 'pdf' && kind !== 'pdf')) {
    return refuse('document-is-not-what-its-name-says', { name })
  }
  if (kind === 'old-word') return refuse('document-is-old-word')
  if (kind === 'word') return wordText(bytes)
  if (kind === 'pdf') return pdfText(bytes)
  const decoded = decodeText(bytes)
  return decoded.ok ? allow({ ...decoded.value, kind: 'text' as const }) : decoded
}

function kindOf(bytes: Uint8Array): 'word' | 'old-word' | 'pdf' | 'plain' {
  const begins = (...values: number[]): boolean => values.every((value, index) => bytes[index] === value)
  if (begins(0x50, 0x4b, 0x03, 0x04)) return 'word'
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'old-word'
  if (begins(0x25, 0x50, 0x44, 0x46)) return 'pdf'
  return 'plain'
}

async function wordText(bytes: Uint8Array): Promise<Decision<DocumentText, DocumentTextRefusal>> {
  try {
    if (await isHeavyZip(bytes)) return refuse('document-too-heavy')
    const { extractRawText } = await import('mammoth')
    const { value } = await extractRawText({ buffer: Buffer.from(bytes) })
    if (value.trim() === '') return refuse('document-empty')
    return allow({ text: value.replaceAll('\n\n', '\n'), kind: 'word', encoding: null })
  } catch {
    return refuse('document-cut-off')
  }
}

async function pdfText(bytes: Uint8Array): Promise<Decision<DocumentText, DocumentTextRefusal>> {
  try {
    const { extractText, getDocumentProxy } = await import('unpdf')
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
    const { text } = await extractText(pdf, { mergePages: false })
    const whole = text.map((page) => page.replace(/[\u2e80-\u2fdf]/g, unifyRadical)).join('\n\f')
    if (whole.replace(/\s/g, '').length < 20 * text.length) return refuse('document-is-scanned')
    return allow({ text: whole, kind: 'pdf', encoding: null })
  } catch {
    return refuse('document-cut-off')
  }
}

/** Some programs write Kangxi radicals (⾸) where characters (首) belong; two of the supplement have no NFKC mapping. */
function unifyRadical(radical: string): string {
  return { '⻚': '页', '⻓': '长' }[radical] ?? radical.normalize('NFKC')
}

/** Plain text in whichever encoding it is written in. */
export function decodeText(
  bytes: Uint8Array,
): Decision<{ text: string; encoding: DocumentEncoding }, DocumentTextRefusal> {
  const decoded = decodeBytes(bytes)
  return 'trouble' in decoded ? refuse(`document-${troubleNames[decoded.trouble]}`) : allow(decoded)
}

const troubleNames = { empty: 'empty', binary: 'is-binary', 'encoding-unknown': 'encoding-unknown' } as const
