import { z } from 'zod'
import {
  CertificateId,
  EnrolmentId,
  LessonId,
  lessonNeed,
  unionOf,
  type LessonProgress,
} from '@dangjian/domain/training'
import { saveProgress } from '@dangjian/db/training/progress-store'
import { command, notFound } from '../trpc.ts'
import { LessonNeedShape } from './learning-shapes.ts'
import { settlePassing } from './settle-passing.ts'
import { findStudy, learnerOfEnrolment, lessonIn, progressIn, touchStudy } from './study.ts'

/** Remembers where a learner is in a text (share of it) or a PDF (page); a PDF is done when each page was seen. */
export const recordPosition = command({
  permission: 'training.record-position',
  input: z.strictObject({
    enrolmentId: EnrolmentId,
    lessonId: LessonId,
    position: z.number().min(0).max(100_000),
    /** Pages of a PDF that were looked at since the last time. */
    pagesSeen: z.array(z.int().min(1).max(5000)).max(500).default([]),
  }),
  output: z.strictObject({
    need: LessonNeedShape.nullable(),
    coursePassed: z.boolean(),
    certificateId: CertificateId.nullable(),
  }),
  target: learnerOfEnrolment,
  run: async (args) => {
    const { db, input, actor, now, note } = args
    const study = await findStudy(db, args.target.enrolment)
    const { lesson } = lessonIn(study.version, input.lessonId)
    const progress = progressIn(study, lesson.id, now)
    let next: LessonProgress
    if (lesson.kind === 'text') next = { ...progress, position: Math.min(1, input.position), movedAt: now }
    else if (lesson.kind === 'pdf') {
      const seen = input.pagesSeen.filter((page) => page <= lesson.pages).map((page) => ({ from: page - 1, to: page }))
      const position = Math.min(Math.max(1, Math.round(input.position)), lesson.pages)
      next = { ...progress, position, played: unionOf([...progress.played, ...seen]), movedAt: now }
    } else notFound()
    const need = lessonNeed(lesson, next, false)
    await saveProgress(db, actor.personId, { ...next, doneAt: next.doneAt ?? (need === null ? now : null) })
    await touchStudy(db, study, now)
    note({ lessonId: lesson.id })
    const certificate = need === null ? await settlePassing(args, study.enrolment.id) : null
    return { need, coursePassed: certificate !== null, certificateId: certificate?.id ?? null }
  },
})
