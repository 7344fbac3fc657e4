import { z } from 'zod'
import { totpAddress, TotpSecret } from '@dangjian/domain/access'
import { findAccount } from '@dangjian/db/access/account-store'
import { qrCode } from '@dangjian/formats/access/qr-code'
import { notFound, query } from '../trpc.ts'

/** The QR code by which an authenticator takes a secret in. Nothing is kept; the page posts the question. */
export const drawSecondFactor = query({
  permission: 'access.draw-second-factor',
  // Half a sign cannot stand in an address.
  input: z.strictObject({
    secret: TotpSecret,
    issuer: z
      .string()
      .trim()
      .min(1)
      .max(50)
      .regex(/^\P{Cs}*$/u),
  }),
  output: z.strictObject({ username: z.string(), address: z.string(), size: z.int(), path: z.string() }),
  run: async ({ db, input, actor }) => {
    const { username } = (await findAccount(db, actor.accountId)) ?? notFound()
    const address = totpAddress(input.issuer, username, input.secret)
    return { username, address, ...qrCode(address) }
  },
})
