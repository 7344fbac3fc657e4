import type { CourseContent, Section, SectionId } from './course.ts'
import type { Lesson, LessonId, LessonKind } from './lesson.ts'

/** Completing a recording needs this share of it unless the trainer says otherwise: our default, no rule. */
export const DEFAULT_NEEDED_SHARE = 90
/** Passing a test needs this share of the marks unless the trainer says otherwise: our default, no rule. */
export const DEFAULT_PASS_SHARE = 60

/** An empty lesson of a kind, as the studio begins it. */
export function newLesson(kind: LessonKind, id: LessonId): Lesson {
  const common = { id, title: '', required: true }
  switch (kind) {
    case 'text':
      return { ...common, kind, body: { type: 'doc', content: [{ type: 'paragraph' }] } }
    case 'video':
    case 'audio':
      return { ...common, kind, fileId: null, seconds: 0, neededShare: DEFAULT_NEEDED_SHARE, transcript: '' }
    case 'pdf':
      return { ...common, kind, fileId: null, pages: 0 }
    case 'quiz':
      return {
        ...common,
        kind,
        quiz: {
          slots: [],
          passShare: DEFAULT_PASS_SHARE,
          minutes: null,
          attempts: null,
          shuffled: true,
          explained: true,
        },
      }
  }
}

function editSections(content: CourseContent, edit: (section: Section) => Section): CourseContent {
  return { sections: content.sections.map(edit) }
}

export function addSection(content: CourseContent, section: Section): CourseContent {
  return { sections: [...content.sections, section] }
}

export function retitleSection(content: CourseContent, id: SectionId, title: string): CourseContent {
  return editSections(content, (section) => (section.id === id ? { ...section, title } : section))
}

/** Takes a section away with all its lessons. */
export function removeSection(content: CourseContent, id: SectionId): CourseContent {
  return { sections: content.sections.filter((section) => section.id !== id) }
}

export function moveSection(content: CourseContent, id: SectionId, by: -1 | 1): CourseContent {
  return { sections: moved(content.sections, (section) => section.id === id, by) }
}

export function addLesson(content: CourseContent, sectionId: SectionId, lesson: Lesson): CourseContent {
  return editSections(content, (section) =>
    section.id === sectionId ? { ...section, lessons: [...section.lessons, lesson] } : section,
  )
}

/** Puts a changed lesson in the place of the one with its id. */
export function changeLesson(content: CourseContent, lesson: Lesson): CourseContent {
  return editSections(content, (section) => ({
    ...section,
    lessons: section.lessons.map((each) => (each.id === lesson.id ? lesson : each)),
  }))
}

export function removeLesson(content: CourseContent, id: LessonId): CourseContent {
  return editSections(content, (section) => ({
    ...section,
    lessons: section.lessons.filter((lesson) => lesson.id !== id),
  }))
}

/** Moves a lesson up or down; at the edge of its section it goes over to the next one. */
export function moveLesson(content: CourseContent, id: LessonId, by: -1 | 1): CourseContent {
  const place = content.sections.findIndex(({ lessons }) => lessons.some((lesson) => lesson.id === id))
  const section = content.sections[place]
  const lesson = section?.lessons.find((each) => each.id === id)
  if (!section || !lesson) return content
  const target = section.lessons.indexOf(lesson) + by
  if (target >= 0 && target < section.lessons.length) {
    const lessons = moved(section.lessons, (each) => each.id === id, by)
    return { sections: content.sections.with(place, { ...section, lessons }) }
  }
  const neighbour = content.sections[place + by]
  if (!neighbour) return content
  const lessons = by < 0 ? [...neighbour.lessons, lesson] : [lesson, ...neighbour.lessons]
  const rest = section.lessons.filter((each) => each.id !== id)
  return {
    sections: content.sections.with(place, { ...section, lessons: rest }).with(place + by, { ...neighbour, lessons }),
  }
}

function moved<T>(list: readonly T[], is: (each: T) => boolean, by: -1 | 1): T[] {
  const index = list.findIndex(is)
  const [each, other] = [list[index], list[index + by]]
  if (!each || !other) return [...list]
  return list.with(index, other).with(index + by, each)
}
