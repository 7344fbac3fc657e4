import { localDateOf, type Instant } from '../access/time.ts'
import { maskName } from '../organisation/person.ts'
import type { Certificate } from './certificate.ts'
import { cycleOf } from './hours.ts'

/** What a certificate says: everything that is signed. */
export type CertificateStatement = Omit<Certificate, 'signature' | 'keyId' | 'revokedAt' | 'revokedReason'>

/** Letters and figures that nobody takes for one another, read aloud or in print. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const NUMBER_LENGTH = 8

/** A certificate's number for people: `DJ-2026-7K4M2XAP`. It tells nothing of how many there are; `bytes` are random. */
export function certificateNumber(cycle: number, bytes: Uint8Array): string {
  if (bytes.length < NUMBER_LENGTH) throw new RangeError('A certificate number needs eight random bytes.')
  return `DJ-${cycle}-${[...bytes.slice(0, NUMBER_LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join('')}`
}

/** The statement that a passed course makes. */
export function issueCertificate(
  passed: Omit<CertificateStatement, 'number' | 'cycle' | 'issuedOn'>,
  random: Uint8Array,
  now: Instant,
): CertificateStatement {
  const issuedOn = localDateOf(now)
  const cycle = cycleOf(issuedOn)
  return { ...passed, number: certificateNumber(cycle, random), cycle, issuedOn }
}

/** The bytes that are signed: the statement as JSON with its keys in order, so that it reads the same everywhere. */
export function canonicalCertificate(certificate: CertificateStatement): string {
  const {
    id,
    number,
    token,
    personId,
    personName,
    enrolmentId,
    courseId,
    courseTitle,
    versionNumber,
    cycle,
    hours,
    issuerId,
    issuerName,
    issuedOn,
  } = certificate
  const statement: Record<string, string | number> = {
    id,
    number,
    token,
    personId,
    personName,
    enrolmentId,
    courseId,
    courseTitle,
    versionNumber,
    cycle,
    hours,
    issuerId,
    issuerName,
    issuedOn,
  }
  return JSON.stringify(Object.fromEntries(Object.entries(statement).toSorted(([a], [b]) => (a < b ? -1 : 1))))
}

/** What a stranger may see of a certificate: enough to compare it with the paper in their hand, and no more. */
export interface PublicCertificate {
  readonly state: 'valid' | 'revoked'
  readonly number: string
  readonly maskedName: string
  readonly courseTitle: string
  readonly issuerName: string
  readonly issuedOn: string
  readonly revokedOn: string | null
}

export function publicCertificate(certificate: Certificate): PublicCertificate {
  const { number, personName, courseTitle, issuerName, issuedOn, revokedAt } = certificate
  return {
    state: revokedAt === null ? 'valid' : 'revoked',
    number,
    maskedName: maskName(personName),
    courseTitle,
    issuerName,
    issuedOn,
    revokedOn: revokedAt === null ? null : localDateOf(revokedAt),
  }
}
