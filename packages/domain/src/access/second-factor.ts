import { z } from 'zod'
import { handoverSigns } from './first-password.ts'

/** One-time passwords by time (RFC 6238) as every authenticator has them: six digits, a new one each thirty seconds. */
export const TOTP = { digits: 6, stepMs: 30_000 } as const
/** Steps before and after the present one that count as well: clocks differ, and typing takes time. */
export const TOTP_LEEWAY = 1

/** A shared secret of 160 bits (RFC 4226, section 4) in base32. */
export const TotpSecret = z.string().regex(/^[A-Z2-7]{32}$/)
export type TotpSecret = z.infer<typeof TotpSecret>

/** Five bits a sign (RFC 4648, section 6). */
export const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Made in the browser, so that no answer and no stored answer ever carries it. Chance comes in as an argument. */
export function newTotpSecret(random: (below: number) => number): TotpSecret {
  return Array.from({ length: 32 }, () => BASE32.charAt(random(BASE32.length))).join('')
}

export const RECOVERY_CODES = 10
/** `k7mqx-2hd9c`: about 50 bits; each opens the account once when the telephone is lost. */
export const RecoveryCode = z.string().regex(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/)

export function newRecoveryCodes(random: (below: number) => number): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => handoverSigns(random, 2, 5))
}

/** What was typed, as it is kept: an authenticator's figures without gaps, or a recovery code with its hyphen. */
export function normaliseCode(typed: string): string {
  const bare = typed.toLowerCase().replace(/[\s-]/g, '')
  return bare.length === 10 ? `${bare.slice(0, 5)}-${bare.slice(5)}` : bare
}

/** The address that an authenticator reads from the QR code. */
export function totpAddress(issuer: string, username: string, secret: TotpSecret): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(username)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}
