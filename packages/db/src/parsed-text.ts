import { LRUCache } from 'lru-cache'
import type { z } from 'zod'

/**
 * Reads JSON columns by their schema, and remembers the `count` texts read last: a published version, a question, a paper
 * is asked for with every answer that is saved. The text is the key, so what is remembered is never out of date. It is
 * shared by all who ask, and frozen.
 */
export function parsedText<T extends object>(schema: z.ZodType<T>, count: number): (text: string) => T {
  const parsed = new LRUCache<string, T>({ max: count })
  return (text) => {
    let value = parsed.get(text)
    if (!value) {
      value = freeze(schema.parse(JSON.parse(text)))
      parsed.set(text, value)
    }
    return value
  }
}

function freeze<T extends object>(value: T): T {
  for (const each of Object.values(value)) if (typeof each === 'object' && each !== null) freeze(each as object)
  return Object.freeze(value)
}
