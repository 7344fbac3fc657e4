import fc from 'fast-check'

/** An input that somebody tampered with. */
export interface Mutated {
  readonly value: unknown
  /** Where a key was added that no schema names; undefined where something else was done. */
  readonly added?: readonly (string | number)[]
}

type Place = readonly (string | number)[]

const FOREIGN_KEYS = ['orgId', 'createdBy', 'isAdmin', '__proto__', 'constructor', 'prototype', 'toString', '', '\0']
/** Too deep for `JSON.stringify`: written in place of the first of these. */
const DEEP = {
  '@deep-array@': '['.repeat(100_000) + ']'.repeat(100_000),
  '@deep-object@': '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000),
} as const

/** As JSON; '' where there is nothing. */
export function written(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return Object.entries(DEEP).reduce((all, [name, deep]) => all.replace(`"${name}"`, deep), text)
}

/** Values of every wrong kind: too long, too deep, too many, and what looks like something else. */
function wrongValue(n: number): unknown {
  const wrong: (() => unknown)[] = [
    () => null,
    () => true,
    () => -1,
    () => 0.1,
    () => 2 ** 53,
    () => -(2 ** 53),
    () => 1e308,
    () => '',
    () => '\0',
    () => '\ud83d',
    () => 'NaN',
    () => '9999-99-99',
    () => '00000000-0000-0000-0000-000000000000',
    () => '长'.repeat(100_000),
    () => [],
    () => [null],
    () => ({}),
    () => ({ length: 1e9, 0: 'a' }),
    () => JSON.parse('{"__proto__":{"role":"associationAdministrator"}}') as unknown,
    () => '@deep-array@',
    () => '@deep-object@',
    () => Array.from({ length: 5000 }, (_, index) => index),
    () => Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, index])),
  ]
  return wrong[n % wrong.length]?.()
}

/** The same input with one thing dropped, added, or put in another's place. */
export function mutatedInput(valid: fc.Arbitrary<unknown>): fc.Arbitrary<Mutated> {
  return fc
    .tuple(valid, fc.constantFrom('drop', 'add', 'replace', 'twice'), fc.nat(), fc.nat())
    .map(([value, how, where, what]): Mutated => {
      const whole = value === undefined ? {} : (JSON.parse(JSON.stringify(value)) as unknown)
      const places = placesIn(whole)
      const at = (fitting: readonly Place[]): Place => fitting[where % fitting.length] ?? []
      if (how === 'drop' && places.length > 1) return { value: changed(whole, at(places.slice(1)), () => undefined) }
      if (how === 'twice') return { value: changed(whole, at(places), (each) => [each, each]) }
      const objects = places.filter((place) => isObject(valueAt(whole, place)))
      if (how === 'add' && objects.length > 0) {
        const place = at(objects)
        const key = FOREIGN_KEYS[what % FOREIGN_KEYS.length] as string
        return { value: changed(whole, place, (each) => withKey(each, key, wrongValue(what))), added: [...place, key] }
      }
      return { value: changed(whole, at(places), () => wrongValue(what)) }
    })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Own, whatever the key: `__proto__` as JSON writes it. */
function withKey(value: unknown, key: string, added: unknown): unknown {
  return Object.defineProperty({ ...(value as object) }, key, { value: added, enumerable: true, configurable: true })
}

/** Every place of a value, the whole first. */
function placesIn(value: unknown, place: Place = []): Place[] {
  if (place.length > 8 || typeof value !== 'object' || value === null) return [place]
  const inner = Array.isArray(value) ? value.slice(0, 5).map((each, n) => [n, each] as const) : Object.entries(value)
  return [place, ...inner.flatMap(([key, each]) => placesIn(each, [...place, key]))]
}

function valueAt(value: unknown, place: Place): unknown {
  return place.reduce<unknown>((each, key) => (each as Record<string | number, unknown>)[key], value)
}

function changed(value: unknown, [head, ...rest]: Place, change: (value: unknown) => unknown): unknown {
  if (head === undefined) return change(value)
  if (Array.isArray(value))
    return value.map((each, n) => (n === head ? changed(each, rest, change) : (each as unknown)))
  const record = value as Record<string, unknown>
  return withKey(record, String(head), changed(record[head], rest, change))
}
