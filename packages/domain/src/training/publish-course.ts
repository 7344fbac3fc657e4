import { allow, refuse, type Decision } from '../access/decision.ts'
import type { PersonId } from '../access/id.ts'
import type { Instant } from '../access/time.ts'
import { courseDifference } from './course-difference.ts'
import { lessonsOf, type Course, type CourseVersion, type CourseVersionId, type SectionId } from './course.ts'
import type { Lesson, LessonId } from './lesson.ts'
import type { BankId, QuestionId, QuestionVersionId } from './question.ts'
import { isEmptyRichText } from './rich-text.ts'

/** What a quiz can draw on: the questions it names, and how many active ones each bank has by category. */
export interface QuestionSupply {
  readonly questions: ReadonlyMap<
    QuestionVersionId,
    { questionId: QuestionId; bankId: BankId; category: string; retired: boolean }
  >
  readonly banks: ReadonlyMap<BankId, ReadonlyMap<string, number>>
}

export type CourseGapKind =
  | 'hours-missing'
  | 'section-missing'
  | 'section-title-missing'
  | 'lesson-missing'
  | 'lesson-title-missing'
  | 'text-missing'
  | 'file-missing'
  | 'length-missing'
  | 'questions-missing'
  | 'question-retired'
  | 'question-unknown'
  | 'question-doubled'
  | 'bank-too-small'
  | 'required-missing'

/** Something that a course lacks before it can be published, with the place where it is to be mended. */
export interface CourseGap {
  readonly gap: CourseGapKind
  readonly sectionId: SectionId | null
  readonly lessonId: LessonId | null
  /** The section's or lesson's name, or where it stands when it has none. */
  readonly detail: Readonly<Record<string, string | number>>
}

export type PublishCourseRefusal = 'course-incomplete' | 'course-unchanged' | 'course-not-published'

/** Everything that a course lacks before learners can begin it; empty when it may be published. */
export function canPublishCourse(course: Pick<Course, 'hours' | 'content'>, supply: QuestionSupply): CourseGap[] {
  const gaps: CourseGap[] = []
  const { sections } = course.content
  const nowhere = { sectionId: null, lessonId: null, detail: {} }
  if (course.hours <= 0) gaps.push({ gap: 'hours-missing', ...nowhere })
  if (sections.length === 0) gaps.push({ gap: 'section-missing', ...nowhere })
  sections.forEach((section, index) => {
    const detail = { title: section.title || `${index + 1}` }
    const place = { sectionId: section.id, lessonId: null, detail }
    if (section.title === '') gaps.push({ gap: 'section-title-missing', ...place })
    if (section.lessons.length === 0) gaps.push({ gap: 'lesson-missing', ...place })
    section.lessons.forEach((lesson, at) => {
      const named = { title: lesson.title || `${index + 1}.${at + 1}` }
      for (const { gap, more } of lessonGaps(lesson, supply))
        gaps.push({ gap, sectionId: section.id, lessonId: lesson.id, detail: { ...named, ...more } })
    })
  })
  const lessons = lessonsOf(course.content)
  if (lessons.length > 0 && !lessons.some(({ lesson }) => lesson.required))
    gaps.push({ gap: 'required-missing', ...nowhere })
  return gaps
}

interface Lack {
  readonly gap: CourseGapKind
  readonly more?: Readonly<Record<string, string | number>>
}

function lessonGaps(lesson: Lesson, supply: QuestionSupply): Lack[] {
  const gaps: Lack[] = []
  if (lesson.title === '') gaps.push({ gap: 'lesson-title-missing' })
  switch (lesson.kind) {
    case 'text':
      if (isEmptyRichText(lesson.body)) gaps.push({ gap: 'text-missing' })
      break
    case 'video':
    case 'audio':
      if (!lesson.fileId) gaps.push({ gap: 'file-missing' })
      else if (lesson.seconds === 0) gaps.push({ gap: 'length-missing' })
      break
    case 'pdf':
      if (!lesson.fileId) gaps.push({ gap: 'file-missing' })
      else if (lesson.pages === 0) gaps.push({ gap: 'length-missing' })
      break
    case 'quiz':
      gaps.push(...quizGaps(lesson.quiz.slots, supply))
      break
  }
  return gaps
}

type Slots = Extract<Lesson, { kind: 'quiz' }>['quiz']['slots']

/** No question stands twice on a paper, so what is fixed is not drawn, and all draws together must find enough. */
function quizGaps(slots: Slots, supply: QuestionSupply): Lack[] {
  if (slots.length === 0) return [{ gap: 'questions-missing' }]
  const gaps: Lack[] = []
  const fixed = slots.flatMap((slot) => (slot.kind === 'fixed' ? [slot.questionVersionId] : []))
  const known = [...new Set(fixed)].map((id) => supply.questions.get(id))
  // Two versions of one question are one question.
  const asked = fixed.map((id) => supply.questions.get(id)?.questionId ?? id)
  if (new Set<string>(asked).size < asked.length) gaps.push({ gap: 'question-doubled' })
  if (known.some((question) => !question)) gaps.push({ gap: 'question-unknown' })
  const retired = known.filter((question) => question?.retired).length
  if (retired > 0) gaps.push({ gap: 'question-retired', more: { count: retired } })

  const draws = slots.filter((slot) => slot.kind === 'drawn')
  // Each place that is drawn from, and each bank as a whole.
  const places = new Map(
    draws
      .flatMap(({ bankId, category }) => [
        { bankId, category },
        { bankId, category: null },
      ])
      .map((place) => [JSON.stringify(place), place]),
  )
  for (const { bankId, category } of places.values()) {
    const isThere = (each: { bankId: BankId; category: string | null }): boolean =>
      each.bankId === bankId && (category === null || each.category === category)
    const wanted = draws.filter(isThere).reduce((sum, { count }) => sum + count, 0)
    const taken = known.filter((question) => question && !question.retired && isThere(question)).length
    const all = [...(supply.banks.get(bankId) ?? [])].reduce(
      (sum, [each, count]) => (category === null || each === category ? sum + count : sum),
      0,
    )
    if (wanted > all - taken)
      gaps.push({ gap: 'bank-too-small', more: { wanted, available: Math.max(0, all - taken) } })
  }
  return gaps
}

/**
 * Publishing (发布): what stands in the draft becomes the next version, which never changes again. Learners who have
 * begun stay on theirs. A version that would be the same as the latest is refused, unless the course was withdrawn.
 */
export function publishCourse(
  course: Course,
  latest: CourseVersion | undefined,
  supply: QuestionSupply,
  act: { readonly id: CourseVersionId; readonly changeNote: string; readonly now: Instant; readonly by: PersonId },
): Decision<{ course: Course; version: CourseVersion }, PublishCourseRefusal> {
  const gaps = canPublishCourse(course, supply)
  if (gaps.length > 0) return refuse('course-incomplete', { count: gaps.length })
  if (latest && course.state === 'published' && courseDifference(latest, course).length === 0)
    return refuse('course-unchanged')
  const { title, summary, audience, hours, content } = course
  const version: CourseVersion = {
    id: act.id,
    courseId: course.id,
    number: (latest?.number ?? 0) + 1,
    title,
    summary,
    audience,
    hours,
    content,
    changeNote: act.changeNote,
    publishedAt: act.now,
    publishedBy: act.by,
  }
  return allow({ course: { ...course, state: 'published', latestVersionId: version.id }, version })
}

/** Withdrawing (下架): nobody begins it any more; who has begun may go on to the end. */
export function withdrawCourse(course: Course): Decision<Course, PublishCourseRefusal> {
  return course.state === 'published' ? allow({ ...course, state: 'withdrawn' }) : refuse('course-not-published')
}
