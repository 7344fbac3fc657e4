import fc from 'fast-check'
import type { z } from 'zod'
import { day, numberBetween, textBetween } from './naughty.ts'

/** Gives an id of a brand; `n` says which. */
export type IdSource = (brand: string, n: number) => string

interface Def {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly in?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly keyType?: z.ZodType
  readonly valueType?: z.ZodType
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly unknown[]
  readonly format?: string
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDef } }[]
}

/** What the checks of a schema leave room for. */
interface Room {
  readonly least: number
  readonly most: number
  readonly pattern: RegExp | undefined
}

interface CheckDef {
  readonly minimum?: number
  readonly maximum?: number
  readonly length?: number
  readonly value?: number
  readonly check: string
  readonly pattern?: RegExp
}

const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def

function roomOf(def: Def): Room {
  const checks = (def.checks ?? []).map(({ _zod }) => _zod.def)
  const above = checks.map(
    ({ minimum, length, value, check }) => minimum ?? length ?? (check === 'greater_than' ? value : undefined),
  )
  const below = checks.map(
    ({ maximum, length, value, check }) => maximum ?? length ?? (check === 'less_than' ? value : undefined),
  )
  return {
    least: Math.max(...above.map((each) => each ?? -Infinity), -Infinity),
    most: Math.min(...below.map((each) => each ?? Infinity), Infinity),
    pattern: checks.find(({ check }) => check === 'string_format')?.pattern,
  }
}

const mayBeLeftOut = new Set(['optional', 'default', 'prefault'])

/** What is written where an input asks for a text of some length, or for the editor's tree. */
export interface Texts {
  readonly between: (least: number, most: number) => fc.Arbitrary<string>
  readonly document: fc.Arbitrary<unknown>
}

/** Inputs that a schema takes, as naughty as it lets them be. */
export function validInput(schema: z.ZodType, id: IdSource, texts: Texts = naughtyTexts()): fc.Arbitrary<unknown> {
  const brand = schema.meta()?.['brand']
  if (typeof brand === 'string') return fc.nat().map((n) => id(brand, n))
  const def = defOf(schema)
  const of = (inner: z.ZodType | undefined): fc.Arbitrary<unknown> => {
    if (!inner) throw new Error(`A schema of the kind ${def.type} has nothing in it.`)
    return validInput(inner, id, texts)
  }
  switch (def.type) {
    case 'object':
      return objectOf(def.shape ?? {}, of)
    case 'array':
      return arrayOf(of(def.element), roomOf(def))
    case 'record':
      return recordOf(def, of)
    case 'nullable':
      return fc.option(of(def.innerType), { nil: null, freq: 2 })
    case 'optional':
    case 'default':
    case 'prefault':
      return fc.option(of(def.innerType), { nil: undefined, freq: 2 })
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return of(def.innerType)
    case 'pipe':
      return of(def.in)
    case 'union':
      return fc.oneof(...(def.options ?? []).map(of))
    default:
      return leafOf(schema, def, texts)
  }
}

type Of = (inner: z.ZodType | undefined) => fc.Arbitrary<unknown>

function objectOf(shape: Readonly<Record<string, z.ZodType>>, of: Of): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape)
  const needed = fields.filter(([, field]) => !mayBeLeftOut.has(defOf(field).type)).map(([key]) => key)
  // A thing that was changed less than four times is what there mostly is.
  const often = fc.constantFrom(1, 2, 3)
  const model = Object.fromEntries(
    fields.map(([key, field]) => [key, key === 'rev' ? fc.oneof(often, of(field)) : of(field)]),
  )
  return fc.record(model, { requiredKeys: needed, noNullPrototype: true })
}

/** Mostly few; sometimes as many as may be. */
function arrayOf(element: fc.Arbitrary<unknown>, room: Room): fc.Arbitrary<unknown> {
  const least = Math.max(0, room.least)
  const most = Math.min(room.most, 200)
  const few = fc.array(element, { minLength: least, maxLength: Math.max(least, Math.min(most, least + 3)) })
  const full = element.map((each) => Array.from({ length: most }, () => each))
  return fc.oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: full })
}

function recordOf(def: Def, of: Of): fc.Arbitrary<unknown> {
  const { entries } = def.keyType ? defOf(def.keyType) : {}
  if (entries) {
    const model = Object.fromEntries(Object.values(entries).map((key) => [key, of(def.valueType)]))
    return fc.record(model, { requiredKeys: [], noNullPrototype: true })
  }
  return fc.dictionary(of(def.keyType) as fc.Arbitrary<string>, of(def.valueType), {
    maxKeys: 4,
    noNullPrototype: true,
  })
}

function leafOf(schema: z.ZodType, def: Def, texts: Texts): fc.Arbitrary<unknown> {
  switch (def.type) {
    case 'string':
      return accepted(schema, textOf(def, texts))
    case 'number':
      return accepted(schema, numberOf(def))
    case 'boolean':
      return fc.boolean()
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'literal':
      return fc.constantFrom(...(def.values ?? []))
    case 'null':
      return fc.constant(null)
    case 'void':
    case 'undefined':
      return fc.constant(undefined)
    case 'unknown':
      return texts.document
    default:
      throw new Error(`The fuzz knows no schema of the kind ${def.type}: teach it.`)
  }
}

function textOf(def: Def, texts: Texts): fc.Arbitrary<string> {
  if (def.format === 'date') return day
  if (def.format === 'uuid') return fc.uuid()
  const { least, most, pattern } = roomOf(def)
  const text = texts.between(Math.max(0, least), most)
  return pattern ? fc.oneof({ weight: 4, arbitrary: fc.stringMatching(pattern) }, text) : text
}

function numberOf(def: Def): fc.Arbitrary<number> {
  const { least, most } = roomOf(def)
  const whole = numberBetween(least, most, true)
  return def.format === 'safeint' ? whole : fc.oneof(numberBetween(least, most, false), whole)
}

function naughtyTexts(): Texts {
  return { between: textBetween, document: documentNode }
}

const CONSIDERED = 30

/** Only those that the schema itself takes. */
function accepted<T>(schema: z.ZodType, values: fc.Arbitrary<T>): fc.Arbitrary<T> {
  const takes = (value: T): boolean => schema.safeParse(value).success
  const some = fc.sample(values, { numRuns: CONSIDERED, seed: 1 }).filter(takes)
  if (some.length === 0) throw new Error(`No value was found for ${JSON.stringify(defOf(schema))}`)
  return values.chain((value) => (takes(value) ? fc.constant(value) : fc.constantFrom(...some)))
}

/** The editor's tree: nodes that it knows, nodes that it does not, and what is no node. */
const documentNode: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.record({ type: fc.constant('text'), text: textBetween(1, 200) }, { noNullPrototype: true }),
    fc.record(
      {
        type: fc.constantFrom('paragraph', 'heading', 'bulletList', 'listItem', 'image', 'table', '__proto__'),
        attrs: fc.dictionary(fc.constantFrom('level', 'src', 'href', 'alt'), fc.jsonValue({ maxDepth: 1 }), {
          noNullPrototype: true,
        }),
        content: fc.array(tie('node'), { maxLength: 3 }),
      },
      { requiredKeys: ['type'], noNullPrototype: true },
    ),
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('@deep-array@', '@deep-object@'),
  ),
})).node
