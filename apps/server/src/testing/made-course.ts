import { v7 as uuidv7 } from 'uuid'
import { insertFile } from '@dangjian/db/access/file-store'
import type { FileId } from '@dangjian/domain/access'
import {
  emptyQuestionDraft,
  newLesson,
  type CourseContent,
  type CourseId,
  type Lesson,
  type LessonId,
  type LessonKind,
  type QuestionDraft,
  type RichText,
  type SectionId,
} from '@dangjian/domain/training'
import type { TestServer, Visitor } from './test-server.ts'

/** What tests of the studio make courses and questions of. */
export const newId = <Id extends string>(): Id => uuidv7() as Id

export const text = (words: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})

export const lesson = (kind: LessonKind, title: string, more: object = {}): Lesson =>
  ({ ...newLesson(kind, newId<LessonId>()), title, ...more }) as Lesson

export const oneSection = (...lessons: Lesson[]): CourseContent => ({
  sections: [{ id: newId<SectionId>(), title: '第一章', lessons }],
})

export const fieldsOf = (courseId: CourseId, rev: number, content: CourseContent) => ({
  courseId,
  rev,
  title: '支部工作入门',
  summary: '',
  audience: '支部委员',
  hours: 1,
  content,
})

/** Stands in every explanation: what must never reach somebody who only learns. */
export const SECRET = '机密答案KEY'

export const judgement = (stem: string): QuestionDraft => ({
  ...emptyQuestionDraft,
  kind: '判断题',
  stem,
  right: ['对'],
  explanation: SECRET,
})

/** A file as if it had been uploaded: what is tested is what is done with it. */
export async function uploaded(
  server: TestServer,
  by: Visitor,
  file: { content: string; name: string; purpose: 'import' | 'course-media'; mediaType: string },
): Promise<FileId> {
  const { content, ...given } = file
  const { sha256, size } = await server.services.files.write(new TextEncoder().encode(content))
  const id = newId<FileId>()
  const row = { id, sha256, size, ...given, unitId: null, audience: 'learners' as const }
  await server.services.storage.transact((tx) => insertFile(tx, { ...row, createdBy: by.personId, createdAt: 1 }))
  return id
}

/** How a call ended: 200, the refusal's name, or the status. */
export const status = (act: Promise<unknown>): Promise<number | string | undefined> =>
  act.then(
    () => 200,
    (error: { data?: { httpStatus: number; refusal: string | null } }) => error.data?.refusal ?? error.data?.httpStatus,
  )
