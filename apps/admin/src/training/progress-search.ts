import type { CourseId } from '@dangjian/domain/training'

export const standings = ['behind', 'overdue', 'not-begun', 'learning', 'passed'] as const
export type StandingFilter = (typeof standings)[number]

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined

/** What the page of learners keeps in the address. */
export function progressSearch(raw: Record<string, unknown>): {
  search?: string | undefined
  course?: CourseId | undefined
  standing?: StandingFilter | undefined
} {
  const course = text(raw.course)
  const found = {
    search: text(raw.search),
    course: course && /^[0-9a-f-]{36}$/.test(course) ? (course as CourseId) : undefined,
    standing: standings.find((each) => each === raw.standing),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}
