import { z } from 'zod'

/** A place in the document's text: UTF-16 units from its beginning, `end` exclusive. */
const Place = { start: z.int().nonnegative(), end: z.int().nonnegative() }

/** A part of an item that asks for one thing: what stands between `；` and `。`; the first begins with the item's title. */
export const OutlineClause = z.strictObject({ text: z.string(), ...Place })
export type OutlineClause = z.infer<typeof OutlineClause>

/** A numbered paragraph. `title` is its first sentence; `text` is the whole of it after its number, lines joined. */
export const OutlineItem = z.strictObject({
  number: z.int().nonnegative(),
  title: z.string(),
  text: z.string(),
  ...Place,
  clauses: z.array(OutlineClause),
})
export type OutlineItem = z.infer<typeof OutlineItem>

/** A heading of the document's uppermost level with what lies under it. */
export const OutlineSection = z.strictObject({
  number: z.string(),
  title: z.string(),
  ...Place,
  items: z.array(OutlineItem),
})
export type OutlineSection = z.infer<typeof OutlineSection>

export const OutlineWarningCode = z.enum([
  'section-number-out-of-order',
  'item-number-out-of-order',
  'section-without-items',
  'item-without-text',
  'item-very-long',
  'heading-very-long',
  'text-outside-items',
])
export type OutlineWarningCode = z.infer<typeof OutlineWarningCode>

/** A doubt of the parser's, at a place that somebody should look at. */
export const OutlineWarning = z.strictObject({ code: OutlineWarningCode, at: z.int(), message: z.string() })
export type OutlineWarning = z.infer<typeof OutlineWarning>

/** What a work-points document says, each part bound to its place in the text. */
export const Outline = z.strictObject({
  title: z.string(),
  preamble: z.string(),
  sections: z.array(OutlineSection),
  warnings: z.array(OutlineWarning),
})
export type Outline = z.infer<typeof Outline>

export type OutlineRefusal = 'document-empty' | 'document-without-headings'
