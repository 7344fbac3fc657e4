import type { CourseContent, Section } from './course.ts'
import { lessonsOf } from './course.ts'
import type { PlayedRange } from './enrolment.ts'
import type { Lesson, LessonId, MediaLesson } from './lesson.ts'

/** Players end a little before a recording's last moment: this much is let go. */
const PLAYER_END_S = 1

/** What is known of a learner in one lesson. */
export interface LessonFacts {
  readonly doneAt: number | null
  /** Credited ranges of a recording, or of a PDF's pages, in order and apart. */
  readonly played: readonly PlayedRange[]
}

/** What a lesson still needs, as figures: seconds of a recording, pages of a PDF, percent of a test's marks. */
export type LessonNeed =
  | { readonly need: 'read' }
  | { readonly need: 'play'; readonly seconds: number }
  | { readonly need: 'pages'; readonly pages: number }
  | { readonly need: 'pass'; readonly share: number }

export interface LessonStanding {
  readonly section: Section
  readonly lesson: Lesson
  readonly begun: boolean
  readonly done: boolean
  /** Null when it is done. */
  readonly need: LessonNeed | null
}

export interface CompletionStanding {
  readonly lessons: readonly LessonStanding[]
  /** Required lessons that are not done, in the course's order. */
  readonly missing: readonly LessonStanding[]
  readonly required: number
  /** The lesson to go on with: the first required one that is missing, else the first that is open at all. */
  readonly next: LessonStanding | null
  readonly complete: boolean
}

/** Seconds, or pages, that some ranges come to. */
export function lengthOf(ranges: readonly PlayedRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + (to - from), 0)
}

/** How many seconds of a recording must have been played. */
export function neededSeconds(lesson: Pick<MediaLesson, 'seconds' | 'neededShare'>): number {
  return Math.max(1, Math.floor((lesson.seconds * lesson.neededShare) / 100) - PLAYER_END_S)
}

/**
 * What a lesson still needs. A text is done when it was read to its end, a recording when its needed share was played,
 * a PDF when each page was seen, a test when an attempt was passed: `isPassed` says so from the attempts themselves.
 */
export function lessonNeed(lesson: Lesson, facts: LessonFacts | undefined, isPassed: boolean): LessonNeed | null {
  if (lesson.kind === 'quiz') return isPassed ? null : { need: 'pass', share: lesson.quiz.passShare }
  if (facts?.doneAt != null) return null
  const seen = lengthOf(facts?.played ?? [])
  switch (lesson.kind) {
    case 'text':
      return { need: 'read' }
    case 'pdf':
      return seen >= lesson.pages ? null : { need: 'pages', pages: lesson.pages - seen }
    default: {
      const rest = neededSeconds(lesson) - seen
      return rest <= 0 ? null : { need: 'play', seconds: Math.ceil(rest) }
    }
  }
}

/**
 * The one rule of completion: every required lesson is done and every required test passed. It is read from the
 * records each time and kept nowhere, so that no page shows another answer than the next.
 */
export function completionStanding(
  content: CourseContent,
  progress: ReadonlyMap<LessonId, LessonFacts>,
  passedQuizzes: ReadonlySet<LessonId>,
): CompletionStanding {
  const lessons = lessonsOf(content).map(({ section, lesson }): LessonStanding => {
    const need = lessonNeed(lesson, progress.get(lesson.id), passedQuizzes.has(lesson.id))
    return { section, lesson, begun: progress.has(lesson.id), done: need === null, need }
  })
  const missing = lessons.filter(({ lesson, done }) => lesson.required && !done)
  return {
    lessons,
    missing,
    required: lessons.filter(({ lesson }) => lesson.required).length,
    next: missing[0] ?? lessons.find(({ done }) => !done) ?? null,
    // A version without anything required cannot be published; were there one, nobody would be done at once.
    complete: missing.length === 0 && lessons.some(({ lesson }) => lesson.required),
  }
}
