import type { BrokenSeal } from '@dangjian/api/access/audit-chain'

const REASONS: Readonly<Record<BrokenSeal['reason'], string>> = {
  chain: 'it does not follow from the seal before it',
  count: 'entries of it were removed or added',
  content: 'an entry of it, or its hash, was changed',
  gap: 'it is missing',
}

/** Where the audit log does not hold, with the time in which to look for what was changed. */
export function describeBrokenSeal({ seq, reason, from, to }: BrokenSeal): string {
  return `does not hold at seal ${seq}: ${REASONS[reason]}. It covers entries from ${timeOf(from)} to ${timeOf(to)}`
}

/** A time that was changed may be none. */
function timeOf(instant: number): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? String(instant) : date.toISOString()
}
