import type { FileId } from '../access/id.ts'
import { allow, refuse, type Decision } from '../access/decision.ts'
import { lessonsOf, type CourseContent } from './course.ts'
import type { LessonKind } from './lesson.ts'
import { picturesOf } from './rich-text.ts'

/** What media types a lesson of a kind shows. */
const families: Readonly<Partial<Record<LessonKind, RegExp>>> = {
  video: /^video\//,
  audio: /^audio\//,
  pdf: /^application\/pdf$/,
}

/** Each lesson shows a file of its own kind, and a text pictures alone; the media type is what the file's bytes said. */
export function fitFiles(
  content: CourseContent,
  mediaTypes: ReadonlyMap<FileId, string>,
): Decision<CourseContent, 'lesson-file-kind'> {
  for (const { lesson } of lessonsOf(content)) {
    const files =
      lesson.kind === 'text' ? picturesOf(lesson.body) : 'fileId' in lesson && lesson.fileId ? [lesson.fileId] : []
    const wanted = families[lesson.kind] ?? /^image\/(?!svg)/
    const wrong = files.some((id) => !wanted.test(mediaTypes.get(id) ?? ''))
    if (wrong) return refuse('lesson-file-kind', { title: lesson.title })
  }
  return allow(content)
}
