import type { CourseId } from '@dangjian/domain/training'
import { idOf, searchOf, type Address } from '@dangjian/door/address'

export const standings = ['behind', 'overdue', 'not-begun', 'learning', 'passed'] as const
export type StandingFilter = (typeof standings)[number]

/** What the page of learners keeps in the address. */
export function progressSearch(address: Address): {
  search?: string | undefined
  course?: CourseId | undefined
  standing?: StandingFilter | undefined
} {
  const found = {
    search: searchOf(address.search),
    course: idOf<CourseId>(address.course),
    standing: standings.find((each) => each === address.standing),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}
