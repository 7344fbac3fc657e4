import type { CourseId } from '@dangjian/domain/training'
import { findCourse } from '@dangjian/db/training/course-store'
import type { Db } from '@dangjian/db/database'

/** A course as another wing may speak of it. */
export interface CourseNamed {
  readonly id: CourseId
  readonly title: string
  /** Whether people can be asked to learn it. */
  readonly published: boolean
}

/** Where tasks ask the training wing for a course that answers them; events are the way when training tells of itself. */
export async function findCourseNamed(db: Db, id: string): Promise<CourseNamed | undefined> {
  const course = await findCourse(db, id as CourseId)
  return course && { id: course.id, title: course.title, published: course.state === 'published' }
}
