import { z } from 'zod'
import { Instant, LocalDate } from '@dangjian/domain/access'
import { CertificateId, CourseId } from '@dangjian/domain/training'
import { findCertificate, findCertificateOf } from '@dangjian/db/training/certificate-store'
import { notFound, query } from '../trpc.ts'
import { holderOfCertificate } from './open-certificate.ts'

/** A certificate for its holder, and for who answers for the holder's learning. */
export const showCertificate = query({
  permission: 'training.show-certificate',
  input: z.strictObject({ certificateId: CertificateId }),
  output: z.strictObject({
    id: CertificateId,
    number: z.string(),
    /** The last part of its public address. */
    token: z.string(),
    personName: z.string(),
    courseId: CourseId,
    courseTitle: z.string(),
    versionNumber: z.int(),
    cycle: z.int(),
    hours: z.number(),
    issuerName: z.string(),
    issuedOn: LocalDate,
    keyId: z.string(),
    revokedAt: Instant.nullable(),
    revokedReason: z.string().nullable(),
    /** The one that holds in place of this one, where this one is revoked. */
    validId: CertificateId.nullable(),
    /** Whoever asks is the holder. */
    own: z.boolean(),
  }),
  target: holderOfCertificate,
  run: async ({ db, input, actor }) => {
    const certificate = (await findCertificate(db, input.certificateId)) ?? notFound()
    const { personId, enrolmentId, issuerId: _, signature: __, ...shown } = certificate
    const latest = shown.revokedAt === null ? null : await findCertificateOf(db, enrolmentId)
    const validId = latest?.revokedAt === null ? latest.id : null
    return { ...shown, validId, own: personId === actor.personId }
  },
})
