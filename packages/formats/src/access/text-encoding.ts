export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export type EncodedText =
  | { readonly text: string; readonly encoding: TextEncoding }
  | { readonly trouble: 'empty' | 'binary' | 'encoding-unknown' }

/**
 * Text by its byte order mark, else as UTF-8, UTF-16 or GB18030, whichever its bytes are valid in and read like text.
 * `head` says that more bytes follow: a character cut in two at the end is no fault then.
 */
export function decodeBytes(bytes: Uint8Array, options: { readonly head?: boolean } = {}): EncodedText {
  if (bytes.byteLength === 0) return { trouble: 'empty' }
  const marked = encodingByMark(bytes)
  const candidates: TextEncoding[] = marked ? [marked] : ['utf-8', ...wideCandidates(bytes), 'gb18030']
  for (const encoding of candidates) {
    const text = decodeStrictly(bytes, encoding, options.head === true)
    if (text === undefined || !readsLikeText(text, marked !== undefined)) continue
    return text.trim() === '' ? { trouble: 'empty' } : { text, encoding }
  }
  return { trouble: looksBinary(bytes) ? 'binary' : 'encoding-unknown' }
}

function encodingByMark(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Without a mark UTF-16 shows by its line ends and stops, which are pairs of bytes; the order with more of them is tried first. */
function wideCandidates(bytes: Uint8Array): TextEncoding[] {
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

function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding, head: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: head })
  } catch {
    return undefined
  }
}

/** Text has no control characters but line ends, tabs and page ends; where its encoding is a guess, hardly any private-use or unassigned ones. */
function readsLikeText(text: string, sure: boolean): boolean {
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001b\u007f]/.test(text)) return false
  if (sure) return true
  const odd = text.match(/[\p{Co}\p{Cn}]/gu)?.length ?? 0
  return odd <= text.length / 100
}

function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).some((byte) => byte === 0 || (byte < 32 && ![9, 10, 11, 12, 13, 27].includes(byte)))
}
