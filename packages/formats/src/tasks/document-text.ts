import { extractRawText } from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import { allow, refuse, type Decision } from '@dangjian/domain/access'
import type { DocumentTextRefusal } from '@dangjian/domain/tasks'

/** Bytes at most: a year's work points are a few pages. */
export const DOCUMENT_LIMIT = 20 * 1024 * 1024

export type DocumentEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

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
    const { value } = await extractRawText({ buffer: Buffer.from(bytes) })
    if (value.trim() === '') return refuse('document-empty')
    return allow({ text: value.replaceAll('\n\n', '\n'), kind: 'word', encoding: null })
  } catch {
    return refuse('document-cut-off')
  }
}

async function pdfText(bytes: Uint8Array): Promise<Decision<DocumentText, DocumentTextRefusal>> {
  try {
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

/** Plain text by its byte order mark, else as UTF-8, UTF-16 or GB18030, whichever its bytes are valid in and read like text. */
export function decodeText(
  bytes: Uint8Array,
): Decision<{ text: string; encoding: DocumentEncoding }, DocumentTextRefusal> {
  if (bytes.byteLength === 0) return refuse('document-empty')
  const marked = encodingByMark(bytes)
  const candidates: DocumentEncoding[] = marked ? [marked] : ['utf-8', ...wideCandidates(bytes), 'gb18030']
  for (const encoding of candidates) {
    const text = decodeStrictly(bytes, encoding)
    if (text === undefined || !readsLikeText(text)) continue
    return text.trim() === '' ? refuse('document-empty') : allow({ text, encoding })
  }
  return refuse(looksBinary(bytes) ? 'document-is-binary' : 'document-encoding-unknown')
}

function encodingByMark(bytes: Uint8Array): DocumentEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Without a mark UTF-16 shows by its line ends and stops, which are pairs of bytes; the order with more of them is tried first. */
function wideCandidates(bytes: Uint8Array): DocumentEncoding[] {
  if (bytes.byteLength % 2 !== 0) return []
  const common = new Set([0x000a, 0x0020, 0x3000, 0x3001, 0x3002, 0xff0c])
  let little = 0
  let big = 0
  for (let index = 0; index + 1 < bytes.byteLength; index += 2) {
    const [first = 0, second = 0] = [bytes[index], bytes[index + 1]]
    if (common.has(first | (second << 8))) little += 1
    if (common.has((first << 8) | second)) big += 1
  }
  if (Math.max(little, big) * 200 < bytes.byteLength) return []
  return little >= big ? ['utf-16le'] : ['utf-16be']
}

function decodeStrictly(bytes: Uint8Array, encoding: DocumentEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Text has no control characters but line ends, tabs and page ends, and hardly any private-use or unassigned ones. */
function readsLikeText(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001b\u007f]/.test(text)) return false
  const odd = text.match(/[\p{Co}\p{Cn}]/gu)?.length ?? 0
  return odd <= text.length / 100
}

function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).some((byte) => byte === 0 || (byte < 32 && ![9, 10, 11, 12, 13, 27].includes(byte)))
}
