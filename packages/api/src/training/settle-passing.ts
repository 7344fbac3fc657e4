import { randomBytes } from 'node:crypto'
import type { Instant } from '@dangjian/domain/access'
import {
  canonicalCertificate,
  courseEntry,
  courseOnceKey,
  issueCertificate,
  type Certificate,
  type CertificateId,
  type CoursePassed,
  type HourEntryId,
} from '@dangjian/domain/training'
import type { Db } from '@dangjian/db/database'
import { findPersonName } from '@dangjian/db/organisation/unit-scope'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { insertCertificate } from '@dangjian/db/training/certificate-store'
import { findCourseUnit } from '@dangjian/db/training/course-store'
import { saveEnrolmentPassed } from '@dangjian/db/training/enrolment-store'
import { insertHourEntry } from '@dangjian/db/training/hour-store'
import type { Services } from '../context.ts'
import { findStudyById, type Study } from './study.ts'

/** What settling needs, in a command and in a job alike. */
export interface SettleArgs {
  readonly db: Db
  readonly now: Instant
  readonly newId: <Id extends string>() => Id
  readonly signer: Services['signer']
  readonly emit: (event: CoursePassed) => void
}

/** 192 bits: nobody finds a certificate by trying. */
const TOKEN_BYTES = 24

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
  const certificate = await signCertificate(args, study)
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

async function signCertificate({ db, now, newId, signer }: SettleArgs, study: Study): Promise<Certificate> {
  const { enrolment, version } = study
  const issuerId = await findCourseUnit(db, version.courseId)
  const issuer = issuerId && (await findUnit(db, issuerId))
  if (!issuer) throw new Error(`Course ${version.courseId} has no unit`)
  const statement = issueCertificate(
    {
      id: newId<CertificateId>(),
      token: randomBytes(TOKEN_BYTES).toString('base64url'),
      personId: enrolment.personId,
      personName: (await findPersonName(db, enrolment.personId)) ?? '',
      enrolmentId: enrolment.id,
      courseId: version.courseId,
      courseTitle: version.title,
      versionNumber: version.number,
      hours: version.hours,
      issuerId: issuer.id,
      issuerName: issuer.name,
    },
    randomBytes(8),
    now,
  )
  return {
    ...statement,
    signature: signer.sign(canonicalCertificate(statement)),
    keyId: signer.keyId,
    revokedAt: null,
    revokedReason: null,
  }
}
