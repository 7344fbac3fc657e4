/** What the learner's pages keep in the address. Read by the routes, so it stays small. */
type Raw = Record<string, unknown>

export const catalogueSearch = (raw: Raw): { search?: string } =>
  typeof raw.search === 'string' && raw.search !== '' ? { search: raw.search.slice(0, 100) } : {}

/** `q` is the question in sight, from 1. */
export const examSearch = (raw: Raw): { q?: number } => {
  const q = Number(raw.q)
  return Number.isInteger(q) && q >= 1 && q <= 500 ? { q } : {}
}

export const meSearch = (raw: Raw): { cycle?: number } => {
  const cycle = Number(raw.cycle)
  return Number.isInteger(cycle) && cycle >= 2000 && cycle <= 2100 ? { cycle } : {}
}
