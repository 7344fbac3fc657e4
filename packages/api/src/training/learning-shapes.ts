import { z } from 'zod'
import { LocalDate } from '@dangjian/domain/access'
import { Post } from '@dangjian/domain/organisation'
import { AskingClause, LessonId, type LessonStanding } from '@dangjian/domain/training'

/** Which window of which device asks: made by the page, remembered for as long as the window is open. */
export const DeviceKey = z.string().regex(/^[\w-]{8,64}$/)

export const LessonKindShape = z.enum(['text', 'video', 'audio', 'pdf', 'quiz'])

/** What a lesson still needs, as in the domain's `LessonNeed`. */
export const LessonNeedShape = z.discriminatedUnion('need', [
  z.strictObject({ need: z.literal('read') }),
  z.strictObject({ need: z.literal('play'), seconds: z.int() }),
  z.strictObject({ need: z.literal('pages'), pages: z.number() }),
  z.strictObject({ need: z.literal('pass'), share: z.int() }),
])

/** A lesson as lists name it. */
export const LessonMention = z.strictObject({
  id: LessonId,
  title: z.string(),
  kind: LessonKindShape,
  need: LessonNeedShape.nullable(),
})

export function mentionOf({ lesson, need }: LessonStanding): z.input<typeof LessonMention> {
  return { id: lesson.id, title: lesson.title, kind: lesson.kind, need }
}

/** Why somebody has a course: the task, its clauses, and by which post in which society. */
export const ReasonShape = z.strictObject({
  taskTitle: z.string(),
  clauses: z.array(AskingClause),
  dueOn: LocalDate,
  post: Post,
  societyName: z.string(),
})

export function reasonOf(reason: z.input<typeof ReasonShape>): z.input<typeof ReasonShape> {
  const { taskTitle, clauses, dueOn, post, societyName } = reason
  return { taskTitle, clauses, dueOn, post, societyName }
}
