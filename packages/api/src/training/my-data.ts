import { z } from 'zod'
import { Instant, PersonId, UnitId, type LocalDate } from '@dangjian/domain/access'
import { MemberStatus, Post, UnitKind } from '@dangjian/domain/organisation'
import {
  Answer,
  Attempt,
  Certificate,
  Enrolment,
  ExtraTime,
  HourEntry,
  LessonProgress,
} from '@dangjian/domain/training'
import { findPerson, listPostsOfPerson, listUnitsOfPerson } from '@dangjian/db/organisation/person-store'
import { listAnswers, listAttemptsOf } from '@dangjian/db/training/attempt-store'
import { listCertificatesOf } from '@dangjian/db/training/certificate-store'
import { listEnrolmentsOf } from '@dangjian/db/training/enrolment-store'
import { listExtraTimesOf } from '@dangjian/db/training/extra-time-store'
import { listHourEntries } from '@dangjian/db/training/hour-store'
import { listProgress } from '@dangjian/db/training/progress-store'
import type { Db } from '@dangjian/db/database'
import { notFound } from '../trpc.ts'

/** An answer as it was given, and the marks that it reached. */
const AnswerKept = Answer.omit({ attemptId: true, seq: true }).extend({ marks: z.number().nullable() })

/**
 * Everything that the school keeps of a person (《个人信息保护法》: access and copies). The paper of an attempt stays here:
 * its questions are the bank's.
 */
export const MyData = z.strictObject({
  exportedAt: Instant,
  person: z.strictObject({ id: PersonId, name: z.string(), memberStatus: MemberStatus }),
  units: z.array(z.strictObject({ id: UnitId, name: z.string(), kind: UnitKind, societyId: UnitId.nullable() })),
  posts: z.array(z.strictObject({ post: Post, unitId: UnitId, unitName: z.string(), societyId: UnitId.nullable() })),
  enrolments: z.array(Enrolment.extend({ title: z.string(), hours: z.number(), versionNumber: z.int() })),
  progress: z.array(LessonProgress),
  attempts: z.array(Attempt.omit({ paper: true }).extend({ answers: z.array(AnswerKept) })),
  extraTimes: z.array(ExtraTime),
  hours: z.array(HourEntry),
  certificates: z.array(Certificate),
})
export type MyData = z.infer<typeof MyData>

/** Exactly that, and nothing of anybody else: what the schema does not name does not pass it. */
export async function gatherMyData(db: Db, personId: PersonId, now: Instant, today: LocalDate): Promise<MyData> {
  const { name, memberStatus } = (await findPerson(db, personId)) ?? notFound()
  const enrolments = await listEnrolmentsOf(db, personId)
  const progress = []
  for (const { id } of enrolments) progress.push(...(await listProgress(db, id)))
  const attempts = []
  for (const { paper: _, ...attempt } of await listAttemptsOf(db, personId)) {
    const answers = await listAnswers(db, attempt.id)
    attempts.push({ ...attempt, answers: answers.map(({ attemptId: __, seq: ___, ...answer }) => answer) })
  }
  return MyData.parse({
    exportedAt: now,
    person: { id: personId, name, memberStatus },
    units: await listUnitsOfPerson(db, personId, today),
    posts: await listPostsOfPerson(db, personId, today),
    enrolments,
    progress,
    attempts,
    extraTimes: await listExtraTimesOf(db, personId),
    hours: await listHourEntries(db, personId),
    certificates: await listCertificatesOf(db, personId),
  })
}
