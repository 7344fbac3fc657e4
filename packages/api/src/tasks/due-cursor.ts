import { z } from 'zod'
import { LocalDate } from '@dangjian/domain/access'

const Place = z.tuple([LocalDate, z.string()])

/** Where a page of a list by due day ends: the last row's day and id. What is not such a place begins at the start. */
export function dueCursor<Id extends string>(id: z.ZodType<Id>) {
  return (text: string | undefined): { dueOn: LocalDate; id: Id } | undefined => {
    if (!text) return undefined
    try {
      const [dueOn, last] = Place.parse(JSON.parse(text))
      return { dueOn, id: id.parse(last) }
    } catch {
      return undefined
    }
  }
}
