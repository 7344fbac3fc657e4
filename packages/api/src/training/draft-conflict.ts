import type { CourseId, QuestionId } from '@dangjian/domain/training'
import type { Db } from '@dangjian/db/database'
import { findCourseEditor } from '@dangjian/db/training/course-store'
import { findQuestionEditor } from '@dangjian/db/training/question-store'
import { refuseWith } from '../refusal.ts'

/** Somebody else saved the draft since it was opened: says who and when. */
export async function refuseDraftConflict(db: Db, courseId: CourseId): Promise<never> {
  const editor = await findCourseEditor(db, courseId)
  return refuseWith('edited-meanwhile', editor && { by: editor.name, at: editor.at })
}

/** The same of a question. */
export async function refuseQuestionConflict(db: Db, questionId: QuestionId): Promise<never> {
  const editor = await findQuestionEditor(db, questionId)
  return refuseWith('edited-meanwhile', editor && { by: editor.name, at: editor.at })
}
