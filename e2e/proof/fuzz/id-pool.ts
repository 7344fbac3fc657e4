import type { z } from 'zod'

const MOST = 300

/** What is known of the world: ids by their brand, as answers told them. */
export class IdPool {
  readonly #known = new Map<string, string[]>()
  /** Ids of those who ask: not to be given to commands that would put an end to them. */
  readonly #askers = new Set<string>()
  #met = 0

  protect(id: string): void {
    this.#askers.add(id)
  }

  add(brand: string, id: string): void {
    const known = this.#known.get(brand) ?? []
    this.#known.set(brand, known)
    if (known.includes(id)) return
    this.#met += 1
    if (known.length < MOST) known.push(id)
    else known[this.#met % MOST] = id
  }

  pick(brand: string, n: number, sparing: boolean): string | undefined {
    const all = this.#known.get(brand) ?? []
    const known = sparing ? all.filter((id) => !this.#askers.has(id)) : all
    return known[n % known.length]
  }

  get brands(): number {
    return this.#known.size
  }

  /** Keeps every id that an answer names. */
  harvest(schema: z.ZodType, value: unknown): void {
    if (value === null || value === undefined) return
    const brand = schema.meta()?.['brand']
    if (typeof brand === 'string' && typeof value === 'string') return this.add(brand, value)
    const { innerType, element, shape, options, out } = schema._zod.def as unknown as Parts
    const inner = innerType ?? out
    if (inner) this.harvest(inner, value)
    if (element && Array.isArray(value)) for (const each of value.slice(0, 20)) this.harvest(element, each)
    if (shape && typeof value === 'object') {
      for (const [key, field] of Object.entries(shape)) this.harvest(field, (value as Record<string, unknown>)[key])
    }
    const fitting = options?.find((option) => option.safeParse(value).success)
    if (fitting) this.harvest(fitting, value)
  }
}

interface Parts {
  readonly innerType?: z.ZodType
  readonly out?: z.ZodType
  readonly element?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly options?: readonly z.ZodType[]
}
