import { z } from 'zod'
import { canReissueCertificate, CertificateId } from '@dangjian/domain/training'
import {
  findCertificate,
  insertCertificate,
  listCertificatesOfEnrolment,
} from '@dangjian/db/training/certificate-store'
import { listHourEntries } from '@dangjian/db/training/hour-store'
import { accept, command, notFound } from '../trpc.ts'
import { issuerOfCertificate } from './record-scope.ts'
import { signCertificate } from './sign-certificate.ts'
import { findStudyById } from './study.ts'

/**
 * A new certificate in place of a revoked one, with the person's name as it is now and the hours that the ledger has
 * now. The revoked one stays revoked, under its own number.
 */
export const reissueCertificate = command({
  permission: 'training.reissue-certificate',
  input: z.strictObject({ certificateId: CertificateId }),
  output: z.strictObject({ certificateId: CertificateId }),
  target: issuerOfCertificate,
  run: async (args) => {
    const { db, input, actor, note } = args
    const { enrolmentId, personId, courseId } = (await findCertificate(db, input.certificateId)) ?? notFound()
    accept(canReissueCertificate(await listCertificatesOfEnrolment(db, enrolmentId), actor.personId))
    const entries = (await listHourEntries(db, personId)).filter(({ sourceId }) => sourceId === courseId)
    const hours = entries.reduce((sum, entry) => sum + entry.hours, 0)
    const certificate = await signCertificate(args, await findStudyById(db, enrolmentId), hours)
    await insertCertificate(db, certificate)
    note({ certificateId: certificate.id, inPlaceOf: input.certificateId, personId })
    return { certificateId: certificate.id }
  },
})
