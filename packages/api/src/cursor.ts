import type { z } from 'zod'
import { holdsNul } from './holds-nul.ts'

/** Where the last page of a list ended, as the list said it itself. What is no such place begins at the start. */
export function cursorOf<Place>(text: string | undefined, place: z.ZodType<Place>): Place | undefined {
  if (text === undefined) return undefined
  try {
    const written: unknown = JSON.parse(text)
    return holdsNul(written) ? undefined : place.safeParse(written).data
  } catch {
    return undefined
  }
}
