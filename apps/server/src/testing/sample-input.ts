import { z } from 'zod'

/** Where an id stands in an input, and whose it is. */
export interface IdPlace {
  readonly path: readonly (string | number)[]
  readonly brand: string
}

export interface SampleOptions {
  /** The id to put where a brand is asked for. */
  readonly id: (brand: string) => string
  /** Whether what may be left out is filled in as well. */
  readonly filled: boolean
  /** Which of several forms to take; the one that names most ids unless told. */
  readonly form?: number
}

export interface Sample {
  readonly value: unknown
  readonly ids: readonly IdPlace[]
}

/** An input that a schema takes, made from the schema itself. Which ids stand in it, and where, is told beside it. */
export function sampleOf(schema: z.ZodType, options: SampleOptions): Sample {
  const ids: IdPlace[] = []
  return { value: valueOf(schema, options, [], ids), ids }
}

type Path = readonly (string | number)[]
type Inner = { readonly innerType: z.ZodType }

function valueOf(schema: z.ZodType, options: SampleOptions, path: Path, ids: IdPlace[]): unknown {
  const brand = schema.meta()?.brand
  if (typeof brand === 'string') {
    ids.push({ path, brand })
    return options.id(brand)
  }
  const def = schema._zod.def as unknown as { readonly type: string }
  const inner = (): z.ZodType => (def as unknown as Inner).innerType
  switch (def.type) {
    case 'object': {
      const { shape } = def as unknown as { readonly shape: Record<string, z.ZodType> }
      const made = Object.entries(shape).map(([key, field]) => [key, valueOf(field, options, [...path, key], ids)])
      return Object.fromEntries(made.filter(([, value]) => value !== undefined))
    }
    case 'array': {
      const { element } = def as unknown as { readonly element: z.ZodType }
      const needed = [0, 1, 2, 10].find((count) => takes(schema, count))
      const count = Math.max(needed ?? 1, options.filled ? 1 : 0)
      return Array.from({ length: count }, (_, index) => valueOf(element, options, [...path, index], ids))
    }
    case 'nullable':
      return options.filled ? valueOf(inner(), options, path, ids) : null
    case 'optional':
    case 'default':
    case 'prefault':
      return options.filled ? valueOf(inner(), options, path, ids) : undefined
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return valueOf(inner(), options, path, ids)
    case 'pipe':
      return valueOf((def as unknown as { readonly in: z.ZodType }).in, options, path, ids)
    case 'union': {
      const union = def as unknown as { readonly options: readonly z.ZodType[] }
      if (options.form !== undefined) {
        const chosen = union.options[options.form % union.options.length] as z.ZodType
        return valueOf(chosen, options, path, ids)
      }
      // The one with most ids in it has most to get wrong.
      const tried = union.options.map((option) => {
        const own: IdPlace[] = []
        return { value: valueOf(option, options, path, own), own }
      })
      const best = tried.toSorted((a, b) => b.own.length - a.own.length)[0]
      ids.push(...(best?.own ?? []))
      return best?.value
    }
    case 'record':
      return {}
    case 'void':
    case 'undefined':
      return undefined
    default:
      return leafOf(schema, def.type, path)
  }
}

function keyOf(path: Path): string {
  return String(path.findLast((part) => typeof part === 'string') ?? '')
}

function takes(schema: z.ZodType, count: number): boolean {
  const outcome = schema.safeParse(Array.from({ length: count }))
  return outcome.success || !outcome.error.issues.some((issue) => issue.path.length === 0)
}

const UUID = '01900000-0000-7000-8000-00000000abcd'
const FUTURE = '2026-12-20'
const PAST = '2026-11-01'

function leafOf(schema: z.ZodType, type: string, path: Path): unknown {
  const date = /due|until|toOn/i.test(keyOf(path)) ? FUTURE : PAST
  const candidates: Readonly<Record<string, readonly unknown[]>> = {
    string: [
      '样本文字',
      date,
      '样本 一号',
      'sample',
      'a',
      'A-99',
      'sample.user',
      '山高水长不改初心',
      '1',
      UUID,
      '0'.repeat(64),
      'A'.repeat(32),
      'abcde-fghjk',
      '',
    ],
    number: [1, 2026, 0, 10, 100, 0.5],
    boolean: [false],
    enum: Object.values((schema._zod.def as unknown as { readonly entries?: object }).entries ?? {}),
    literal: [...((schema._zod.def as unknown as { readonly values?: Iterable<unknown> }).values ?? [])],
    null: [null],
    unknown: ['样本文字'],
    any: ['样本文字'],
    json: ['样本文字'],
    lazy: ['样本文字', 1, null],
  }
  const found = (candidates[type] ?? []).find((candidate) => schema.safeParse(candidate).success)
  if (found === undefined) throw new Error(`No sample for ${path.join('.')} (${type})`)
  return found
}

/** The same input with another id at one place. */
export function withId(value: unknown, path: Path, id: string): unknown {
  const [head, ...rest] = path
  if (head === undefined) return id
  if (Array.isArray(value))
    return value.map((each, index) => (index === head ? withId(each, rest, id) : (each as unknown)))
  const record = value as Record<string, unknown>
  return { ...record, [head]: withId(record[head], rest, id) }
}
