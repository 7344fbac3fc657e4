/** What the studio's pages keep in the address. Read by the routes, so it stays small. */
type Raw = Record<string, unknown>

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined
const oneOf = <const T extends string>(value: unknown, options: readonly T[]): T | undefined =>
  options.find((option) => option === value)

/** Only what is set stands in the address. */
function tidy<T extends object>(search: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

const states = ['draft', 'published', 'withdrawn'] as const
const kinds = ['single', 'multiple', 'judgement', 'blank', 'numerical', 'matching'] as const

export const coursesSearch = (raw: Raw) => tidy({ search: text(raw.search), state: oneOf(raw.state, states) })

/** `at` is the section or lesson that is open; `side` what stands at the right. */
export const courseSearch = (raw: Raw) => tidy({ at: text(raw.at), side: oneOf(raw.side, ['preview']) })

export const bankSearch = (raw: Raw) =>
  tidy({
    search: text(raw.search),
    kind: oneOf(raw.kind, kinds),
    category: typeof raw.category === 'string' ? raw.category.slice(0, 100) : undefined,
    difficulty: [1, 2, 3, 4, 5].find((each) => each === Number(raw.difficulty)),
    state: oneOf(raw.state, ['retired', 'all']),
    /** The question that is open, or `new`. */
    question: text(raw.question),
  })

export const importSearch = (raw: Raw) =>
  tidy({ file: text(raw.file), show: oneOf(raw.show, ['new', 'like', 'wrong']) })
