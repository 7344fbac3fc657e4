import type { FileId } from '@dangjian/domain/access'
import {
  CourseContent,
  filesOf,
  lessonsOf,
  type CourseId,
  type CourseVersion,
  type CourseVersionId,
} from '@dangjian/domain/training'
import { statement } from '../connection/statement.ts'
import type { Db } from '../database.ts'
import { parsedText } from '../parsed-text.ts'
import { listQuestionVersions } from './question-store.ts'
import type { CourseVersionTable } from './tables.ts'

const readContent = parsedText(CourseContent, 200)

function versionOf({ content, ...row }: CourseVersionTable): CourseVersion {
  return { ...row, content: readContent(content) }
}

export async function findCourseVersion(db: Db, id: CourseVersionId): Promise<CourseVersion | undefined> {
  const [row] = (await versionById(db, { id })).rows
  return row && versionOf(row)
}

const versionById = statement((db, { id }: { id: CourseVersionId }) =>
  db.selectFrom('courseVersion').selectAll().where('id', '=', id),
)

/** Versions of a course, the latest first, without their content. */
export async function listCourseVersions(db: Db, courseId: CourseId) {
  return db
    .selectFrom('courseVersion')
    .innerJoin('person', 'person.id', 'courseVersion.publishedBy')
    .select([
      'courseVersion.id',
      'courseVersion.number',
      'courseVersion.title',
      'courseVersion.hours',
      'courseVersion.changeNote',
      'courseVersion.publishedAt',
      'person.name as publishedByName',
    ])
    .select((eb) =>
      eb
        .selectFrom('enrolment')
        .select((each) => each.fn.countAll<number>().as('count'))
        .whereRef('enrolment.versionId', '=', 'courseVersion.id')
        .as('learners'),
    )
    .where('courseVersion.courseId', '=', courseId)
    .orderBy('courseVersion.number', 'desc')
    .execute()
}

/** Writes a version with what it shows: its files may be read by who reads it, its questions know where they are used. */
export async function insertCourseVersion(db: Db, version: CourseVersion): Promise<void> {
  await db
    .insertInto('courseVersion')
    .values({ ...version, content: JSON.stringify(version.content) })
    .execute()
  const files = filesOf(version.content)
  if (files.length > 0) {
    await db
      .insertInto('courseVersionFile')
      .values(files.map((fileId) => ({ versionId: version.id, fileId })))
      .execute()
  }
  const fixed = lessonsOf(version.content).flatMap(({ lesson }) =>
    lesson.kind === 'quiz'
      ? lesson.quiz.slots.flatMap((slot) => (slot.kind === 'fixed' ? [slot.questionVersionId] : []))
      : [],
  )
  const questions = new Set((await listQuestionVersions(db, fixed)).map(({ questionId }) => questionId))
  if (questions.size > 0) {
    await db
      .insertInto('courseVersionQuestion')
      .values([...questions].map((questionId) => ({ versionId: version.id, courseId: version.courseId, questionId })))
      .execute()
  }
}

/** Versions that show a file. */
export async function listVersionsWithFile(db: Db, fileId: FileId) {
  return db
    .selectFrom('courseVersionFile')
    .innerJoin('courseVersion', 'courseVersion.id', 'courseVersionFile.versionId')
    .select(['courseVersion.id as versionId', 'courseVersion.courseId'])
    .where('courseVersionFile.fileId', '=', fileId)
    .execute()
}
