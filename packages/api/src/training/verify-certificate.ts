import { z } from 'zod'
import { LocalDate } from '@dangjian/domain/access'
import { publicCertificate } from '@dangjian/domain/training'
import { findCertificateByToken } from '@dangjian/db/training/certificate-store'
import { query, refuseWith } from '../trpc.ts'
import { isGenuine } from './open-certificate.ts'

const LIMIT = { tries: 30, windowMs: 60_000 }

/**
 * What a stranger learns of a certificate by the secret in its QR code: valid, revoked, or that there is none such. No
 * sign-in, no more than it must, and not more often than a person would ask.
 */
export const verifyCertificate = query({
  permission: 'training.verify-certificate',
  input: z.strictObject({ token: z.string().max(100) }),
  output: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('unknown') }),
    z.strictObject({
      state: z.enum(['valid', 'revoked']),
      number: z.string(),
      maskedName: z.string(),
      courseTitle: z.string(),
      issuerName: z.string(),
      issuedOn: LocalDate,
      revokedOn: LocalDate.nullable(),
    }),
  ]),
  run: async ({ db, input, context, throttle, signer, log }) => {
    const limited = throttle(`verify-certificate:${context.address}`, LIMIT)
    if (limited) refuseWith('too-many-tries', { minutes: Math.ceil(limited.retryAfter / 60) })
    const certificate = await findCertificateByToken(db, input.token)
    if (!certificate) return { state: 'unknown' as const }
    if (!isGenuine(certificate, signer)) {
      log('error', 'certificate does not match its signature', { id: certificate.id })
      return { state: 'unknown' as const }
    }
    return publicCertificate(certificate)
  },
})
