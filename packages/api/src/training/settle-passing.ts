import type { Instant } from '@dangjian/domain/access'
import {
  courseEntry,
  courseOnceKey,
  type Certificate,
  type CoursePassed,
  type HourEntryId,
} from '@dangjian/domain/training'
import type { Db } from '@dangjian/db/database'
import { insertCertificate } from '@dangjian/db/training/certificate-store'
import { saveEnrolmentPassed } from '@dangjian/db/training/enrolment-store'
import { insertHourEntry } from '@dangjian/db/training/hour-store'
import type { Services } from '../context.ts'
import { signCertificate } from './sign-certificate.ts'
import { findStudyById, type Study } from './study.ts'

/** What settling needs, in a command and in a job alike. */
export interface SettleArgs {
  readonly db: Db
  readonly now: Instant
  readonly newId: <Id extends string>() => Id
  readonly signer: Services['signer']
  readonly emit: (event: CoursePassed) => void
}

/**
 * What follows from completing a course, all in the transaction of what completed it, and once however many requests
 * arrive together: it counts as passed, its hours enter the ledger, the certificate is signed, the other wings are told.
 * Answers the certificate when this was the moment.
 */
export async function settlePassing(
  args: SettleArgs,
  enrolmentId: Study['enrolment']['id'],
): Promise<Certificate | null> {
  const { db, now, newId } = args
  const study = await findStudyById(db, enrolmentId)
  const { enrolment, version, standing } = study
  if (enrolment.passedAt !== null || !standing.complete) return null
  if (!(await saveEnrolmentPassed(db, enrolment.id, now))) return null
  const { personId, courseId } = enrolment
  const entry = courseEntry(
    { id: newId<HourEntryId>(), personId, sourceId: courseId, sourceTitle: version.title, hours: version.hours },
    now,
  )
  await insertHourEntry(db, entry, courseOnceKey(personId, entry.cycle, courseId))
  const certificate = await signCertificate(args, study, version.hours)
  await insertCertificate(db, certificate)
  args.emit({
    type: 'course-passed',
    personId,
    courseId,
    enrolmentId: enrolment.id,
    certificateId: certificate.id,
    passedAt: now,
  })
  return certificate
}
