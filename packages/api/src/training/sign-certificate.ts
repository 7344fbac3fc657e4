import { randomBytes } from 'node:crypto'
import { canonicalCertificate, issueCertificate, type Certificate, type CertificateId } from '@dangjian/domain/training'
import { findPersonName } from '@dangjian/db/organisation/unit-scope'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { findCourseUnit } from '@dangjian/db/training/course-store'
import type { SettleArgs } from './settle-passing.ts'
import type { Study } from './study.ts'

/** 192 bits: nobody finds a certificate by trying. */
const TOKEN_BYTES = 24

/** The certificate of a completed course: by the unit whose course it is, to the person as they are called today. */
export async function signCertificate(
  { db, now, newId, signer }: Pick<SettleArgs, 'db' | 'now' | 'newId' | 'signer'>,
  { enrolment, version }: Pick<Study, 'enrolment' | 'version'>,
  hours: number,
): Promise<Certificate> {
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
      hours,
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
