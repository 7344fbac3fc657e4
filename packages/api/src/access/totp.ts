import { createHmac, timingSafeEqual } from 'node:crypto'
import { BASE32, TOTP, TOTP_LEEWAY, type Instant, type TotpSecret } from '@dangjian/domain/access'

export function timeStepOf(now: Instant): number {
  return Math.floor(now / TOTP.stepMs)
}

/** The one-time password of a time step: HMAC-SHA-1, truncated (RFC 4226, section 5.3; RFC 6238). */
export function totpOf(secret: TotpSecret, step: number, digits: number = TOTP.digits): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 0xf) & 0x7f_ff_ff_ff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The time step, about now, whose password this is. */
export function matchingStep(secret: TotpSecret, code: string, now: Instant): number | undefined {
  const steps = Array.from({ length: 2 * TOTP_LEEWAY + 1 }, (_, n) => timeStepOf(now) - TOTP_LEEWAY + n)
  return steps.find((step) => {
    const right = Buffer.from(totpOf(secret, step))
    return right.length === code.length && timingSafeEqual(right, Buffer.from(code))
  })
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0'))
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
