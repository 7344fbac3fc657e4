import { z } from 'zod'
import { idSchema, PersonId, UnitId } from '../access/id.ts'
import { Instant, LocalDate } from '../access/time.ts'
import { CourseId } from './course.ts'
import { EnrolmentId } from './enrolment.ts'

export const CertificateId = idSchema('CertificateId')
export type CertificateId = z.infer<typeof CertificateId>

/** A certificate (结业证书). What it says is fixed and signed; it can be revoked with a reason, never changed. */
export const Certificate = z.strictObject({
  id: CertificateId,
  /** For people: `DJ-2026-7K4M2XAP`. */
  number: z.string(),
  /** For the QR code: 128 bits and more, so that nobody finds one by trying. */
  token: z.string(),
  personId: PersonId,
  /** As it was when the certificate was made. */
  personName: z.string(),
  enrolmentId: EnrolmentId,
  courseId: CourseId,
  courseTitle: z.string(),
  versionNumber: z.int(),
  cycle: z.int(),
  hours: z.number(),
  issuerId: UnitId,
  issuerName: z.string(),
  issuedOn: LocalDate,
  /** Ed25519 over the canonical JSON of the fields above, and the key's name. */
  signature: z.string(),
  keyId: z.string(),
  revokedAt: Instant.nullable(),
  revokedReason: z.string().nullable(),
})
export type Certificate = z.infer<typeof Certificate>
