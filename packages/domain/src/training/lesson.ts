import { z } from 'zod'
import { FileId, idSchema } from '../access/id.ts'
import { Quiz } from './quiz.ts'

export const LessonId = idSchema('LessonId')
export type LessonId = z.infer<typeof LessonId>

/** What a rich text may measure: far beyond a lesson, far below what hurts. */
export const richTextLimits = { depth: 16, nodes: 20_000, characters: 300_000 } as const

/**
 * Rich text as the editor's JSON document (TipTap/ProseMirror): `{ type: 'doc', content: […] }`. Sanitised on write
 * (`sanitizeRichText`) and on render; measured here, before anything walks through it.
 */
export const RichText = z
  .looseObject({ type: z.literal('doc'), content: z.array(z.unknown()).optional() })
  .refine(isMeasured, { error: 'rich-text-too-large' })
export type RichText = z.infer<typeof RichText>

/** Counts without recursion: a hostile text may be nested as deep as its bytes allow. */
function isMeasured(doc: { content?: unknown[] | undefined }): boolean {
  let [nodes, characters] = [0, 0]
  let level: unknown[] = [doc]
  for (let depth = 0; level.length > 0; depth += 1) {
    // Each level of nodes is two of JSON: the node and its list; attributes and marks lie deeper.
    if (depth > richTextLimits.depth * 2 + 6) return false
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value === 'string') characters += value.length
      else if (typeof value === 'object' && value !== null) {
        nodes += 1
        for (const inner of Object.values(value)) next.push(inner)
      }
    }
    if (nodes > richTextLimits.nodes * 4 || characters > richTextLimits.characters) return false
    level = next
  }
  return true
}

const Common = {
  id: LessonId,
  title: z.string().trim().max(200),
  /** Whether completing the course needs it. */
  required: z.boolean(),
}

export const TextLesson = z.strictObject({ ...Common, kind: z.literal('text'), body: RichText })

/** A recording. What counts as watched is the union of played ranges; `neededShare` percent of it completes the lesson (default 90, ours (d)). */
export const MediaLesson = z.strictObject({
  ...Common,
  kind: z.enum(['video', 'audio']),
  fileId: FileId.nullable(),
  /** Length of the recording in seconds. */
  seconds: z
    .int()
    .min(0)
    .max(24 * 3600),
  neededShare: z.int().min(1).max(100),
  /** What is said, for those who read it instead. */
  transcript: z.string().max(100_000),
})

export const PdfLesson = z.strictObject({
  ...Common,
  kind: z.literal('pdf'),
  fileId: FileId.nullable(),
  pages: z.int().min(0).max(5000),
})

export const QuizLesson = z.strictObject({ ...Common, kind: z.literal('quiz'), quiz: Quiz })

/** One thing to do within a course (课时): read, watch, listen, or be tested. */
export const Lesson = z.discriminatedUnion('kind', [TextLesson, MediaLesson, PdfLesson, QuizLesson])
export type Lesson = z.infer<typeof Lesson>
export type LessonKind = Lesson['kind']
export type MediaLesson = z.infer<typeof MediaLesson>
export type QuizLesson = z.infer<typeof QuizLesson>
