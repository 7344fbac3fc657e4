import { z } from 'zod'
import type { Detail } from './decision.ts'

export const Language = z.enum(['zh-CN', 'en'])
export type Language = z.infer<typeof Language>

/** The words of a closed set of terms in every language. A term without words in one of them does not compile. */
export type Wording<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>

/** Puts the figures and names of a refusal or warning into its sentence: `{name}` becomes `detail.name`. */
export function fillWords(sentence: string, detail: Detail = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, key: string) => String(detail[key] ?? placeholder))
}
