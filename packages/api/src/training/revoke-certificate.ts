import { z } from 'zod'
import {
  CertificateId,
  MendingReason,
  revokeCertificate as decide,
  type CertificateRevoked,
} from '@dangjian/domain/training'
import { findCertificate, saveCertificateRevoked } from '@dangjian/db/training/certificate-store'
import { accept, command, notFound, refuseWith } from '../trpc.ts'
import { issuerOfCertificate } from './record-scope.ts'

/** A certificate holds no more, from now on and for everybody who checks it; its holder reads why. */
export const revokeCertificate = command({
  permission: 'training.revoke-certificate',
  input: z.strictObject({ certificateId: CertificateId, reason: MendingReason }),
  output: z.strictObject({ certificateId: CertificateId }),
  target: issuerOfCertificate,
  run: async ({ db, input, actor, now, note, emit }) => {
    const certificate = (await findCertificate(db, input.certificateId)) ?? notFound()
    const revoked = accept(decide(certificate, input.reason, actor.personId, now))
    if (!(await saveCertificateRevoked(db, revoked))) refuseWith('certificate-already-revoked')
    const { id: certificateId, personId, courseId, enrolmentId } = revoked
    note({ certificateId, personId })
    const event: CertificateRevoked = {
      type: 'certificate-revoked',
      certificateId,
      personId,
      courseId,
      enrolmentId,
      revokedAt: now,
    }
    emit(event)
    return { certificateId }
  },
})
