/** A part of a file, both ends included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * What a Range header asks of a file of that size (RFC 9110, section 14): the part; `whole` where nothing, several parts
 * or another unit is asked, which may be answered with all of it; `unsatisfiable` where it begins behind the end.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const asked = /^bytes=(\d{0,16})-(\d{0,16})$/.exec(header?.replace(/\s/g, '') ?? '')
  if (!asked || (asked[1] === '' && asked[2] === '')) return 'whole'
  if (asked[1] === '') {
    const length = Number(asked[2])
    return length === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - length), end: size - 1 }
  }
  const start = Number(asked[1])
  const end = asked[2] === '' ? size - 1 : Math.min(Number(asked[2]), size - 1)
  if (asked[2] !== '' && Number(asked[2]) < start) return 'whole'
  return start >= size ? 'unsatisfiable' : { start, end }
}
