import { z } from 'zod'
import { lessonsOf, SectionId, type Course, type CourseContent, type Section } from './course.ts'
import { LessonId, type Lesson } from './lesson.ts'
import type { Quiz } from './quiz.ts'

/** What can be different between two states of a course. */
export const CourseChangeKind = z.enum([
  'course-retitled',
  'summary-changed',
  'audience-changed',
  'hours-changed',
  'section-added',
  'section-removed',
  'section-retitled',
  'section-moved',
  'lesson-added',
  'lesson-removed',
  'lesson-retitled',
  'lesson-moved',
  'lesson-now-required',
  'lesson-now-optional',
  'text-changed',
  'file-changed',
  'needed-share-changed',
  'transcript-changed',
  'questions-changed',
  'pass-share-changed',
  'minutes-changed',
  'attempts-changed',
  'shuffling-changed',
  'explaining-changed',
])
export type CourseChangeKind = z.infer<typeof CourseChangeKind>

/** One difference: what it is about, and from what to what where that can be said in few words. */
export const CourseChange = z.strictObject({
  change: CourseChangeKind,
  sectionId: SectionId.nullable(),
  lessonId: LessonId.nullable(),
  /** The name of what changed. */
  title: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export type CourseChange = z.infer<typeof CourseChange>

export type CourseFace = Pick<Course, 'title' | 'summary' | 'audience' | 'hours' | 'content'>

/**
 * What is different between two states of a course, in the order of the later one, what was taken away last.
 * Empty exactly when nothing is different.
 */
export function courseDifference(before: CourseFace, after: CourseFace): CourseChange[] {
  const about = { sectionId: null, lessonId: null, title: after.title }
  const changes: CourseChange[] = []
  const tell = (
    change: CourseChangeKind,
    from: string | null,
    to: string | null,
    whose: Omit<CourseChange, 'change' | 'from' | 'to'> = about,
  ): void => {
    changes.push({ change, ...whose, from, to })
  }
  if (before.title !== after.title) tell('course-retitled', before.title, after.title)
  if (before.summary !== after.summary) tell('summary-changed', null, null)
  if (before.audience !== after.audience) tell('audience-changed', before.audience, after.audience)
  if (before.hours !== after.hours) tell('hours-changed', String(before.hours), String(after.hours))
  tellSections(before.content, after.content, tell)
  tellLessons(before.content, after.content, tell)
  return changes
}

type Tell = (
  change: CourseChangeKind,
  from: string | null,
  to: string | null,
  whose: Omit<CourseChange, 'change' | 'from' | 'to'>,
) => void

function tellSections(before: CourseContent, after: CourseContent, tell: Tell): void {
  const whose = ({ id, title }: Section) => ({ sectionId: id, lessonId: null, title })
  const known = new Map(before.sections.map((section) => [section.id, section]))
  const kept = after.sections.filter(({ id }) => known.has(id)).map(({ id }) => id)
  const still = inOrder(
    kept,
    before.sections.map(({ id }) => id),
  )
  for (const section of after.sections) {
    const old = known.get(section.id)
    if (!old) tell('section-added', null, null, whose(section))
    else {
      if (old.title !== section.title) tell('section-retitled', old.title, section.title, whose(section))
      if (!still.has(section.id)) tell('section-moved', null, null, whose(section))
    }
  }
  const now = new Set(after.sections.map(({ id }) => id))
  for (const section of before.sections) if (!now.has(section.id)) tell('section-removed', null, null, whose(section))
}

function tellLessons(before: CourseContent, after: CourseContent, tell: Tell): void {
  const [olds, news] = [lessonsOf(before), lessonsOf(after)]
  const known = new Map(olds.map((each) => [each.lesson.id, each]))
  const still = new Set(after.sections.flatMap((section) => [...stayedIn(section, before)]))
  for (const { section, lesson } of news) {
    const whose = { sectionId: section.id, lessonId: lesson.id, title: lesson.title }
    const old = known.get(lesson.id)
    if (!old || old.lesson.kind !== lesson.kind) {
      tell('lesson-added', null, null, whose)
      continue
    }
    if (old.lesson.title !== lesson.title) tell('lesson-retitled', old.lesson.title, lesson.title, whose)
    if (!still.has(lesson.id)) tell('lesson-moved', null, null, whose)
    if (old.lesson.required !== lesson.required)
      tell(lesson.required ? 'lesson-now-required' : 'lesson-now-optional', null, null, whose)
    tellContent(old.lesson, lesson, (change, from, to) => tell(change, from, to, whose))
  }
  const now = new Map(news.map(({ lesson }) => [lesson.id, lesson.kind]))
  for (const { section, lesson } of olds) {
    if (now.get(lesson.id) !== lesson.kind)
      tell('lesson-removed', null, null, { sectionId: section.id, lessonId: lesson.id, title: lesson.title })
  }
}

/** Lessons of a section that were in it before, in the same order among themselves. A section that moves takes them along. */
function stayedIn(section: Section, before: CourseContent): ReadonlySet<LessonId> {
  const old = before.sections.find(({ id }) => id === section.id)?.lessons.map(({ id }) => id) ?? []
  return inOrder(
    section.lessons.map(({ id }) => id).filter((id) => old.includes(id)),
    old,
  )
}

function tellContent(
  old: Lesson,
  lesson: Lesson,
  tell: (change: CourseChangeKind, from: string | null, to: string | null) => void,
): void {
  const other = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)
  if (old.kind === 'text' && lesson.kind === 'text' && other(old.body, lesson.body)) tell('text-changed', null, null)
  if ('fileId' in old && 'fileId' in lesson) {
    const length = (each: Lesson): number => ('pages' in each ? each.pages : 'seconds' in each ? each.seconds : 0)
    if (old.fileId !== lesson.fileId || length(old) !== length(lesson)) tell('file-changed', null, null)
  }
  if ('transcript' in old && 'transcript' in lesson) {
    if (old.neededShare !== lesson.neededShare)
      tell('needed-share-changed', String(old.neededShare), String(lesson.neededShare))
    if (old.transcript !== lesson.transcript) tell('transcript-changed', null, null)
  }
  if (old.kind === 'quiz' && lesson.kind === 'quiz') tellQuiz(old.quiz, lesson.quiz, tell)
}

function tellQuiz(
  old: Quiz,
  quiz: Quiz,
  tell: (change: CourseChangeKind, from: string | null, to: string | null) => void,
): void {
  const text = (value: number | null): string | null => (value === null ? null : String(value))
  if (JSON.stringify(old.slots) !== JSON.stringify(quiz.slots)) tell('questions-changed', null, null)
  if (old.passShare !== quiz.passShare) tell('pass-share-changed', String(old.passShare), String(quiz.passShare))
  if (old.minutes !== quiz.minutes) tell('minutes-changed', text(old.minutes), text(quiz.minutes))
  if (old.attempts !== quiz.attempts) tell('attempts-changed', text(old.attempts), text(quiz.attempts))
  if (old.shuffled !== quiz.shuffled) tell('shuffling-changed', null, null)
  if (old.explained !== quiz.explained) tell('explaining-changed', null, null)
}

/** The most of `ids` that stand in the order they had before: the rest were moved (longest increasing subsequence). */
function inOrder<Id extends string>(ids: readonly Id[], before: readonly Id[]): ReadonlySet<Id> {
  const placeOf = new Map(before.map((id, index) => [id, index]))
  const places = ids.map((id) => placeOf.get(id) ?? -1)
  const ends: number[] = []
  const previous: number[] = []
  places.forEach((place, index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[ends[middle] as number] as number) < place) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (ends[low - 1] as number) : -1
    ends[low] = index
  })
  const kept = new Set<Id>()
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) kept.add(ids[index] as Id)
  return kept
}
