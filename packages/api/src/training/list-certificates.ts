import { z } from 'zod'
import { LocalDate } from '@dangjian/domain/access'
import { CertificateId } from '@dangjian/domain/training'
import { listCertificatesOf } from '@dangjian/db/training/certificate-store'
import { query } from '../trpc.ts'

/** One's own certificates, the latest first. */
export const listCertificates = query({
  permission: 'training.list-certificates',
  input: z.void(),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: CertificateId,
        number: z.string(),
        courseTitle: z.string(),
        hours: z.number(),
        issuerName: z.string(),
        issuedOn: LocalDate,
        revoked: z.boolean(),
      }),
    ),
  }),
  run: async ({ db, actor }) => ({
    rows: (await listCertificatesOf(db, actor.personId)).map(
      ({ id, number, courseTitle, hours, issuerName, issuedOn, revokedAt }) => ({
        id,
        number,
        courseTitle,
        hours,
        issuerName,
        issuedOn,
        revoked: revokedAt !== null,
      }),
    ),
  }),
})
