import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startOfDay } from '../access/time.ts'
import type { PersonId, UnitId } from '../access/id.ts'
import type { CertificateId } from './certificate.ts'
import type { CourseId } from './course.ts'
import type { EnrolmentId } from './enrolment.ts'
import type { HourEntry, HourEntryId } from './hour-entry.ts'
import {
  convertHours,
  counterEntry,
  courseEntry,
  courseOnceKey,
  creditRuleOn,
  defaultCreditRule,
  exampleCreditRule,
  sumHours,
} from './hours.ts'
import { canonicalCertificate, certificateNumber, issueCertificate, publicCertificate } from './issue-certificate.ts'
import { requirementOf, requirementStanding } from './requirement.ts'

const id = <T extends string>(n: number): T => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}` as T
const at = startOfDay('2026-06-01')
const entry = (n: number, hours: number, day = '2026-06-01'): HourEntry =>
  courseEntry(
    { id: id<HourEntryId>(n), personId: id<PersonId>(1), sourceId: id(n), sourceTitle: `课程${n}`, hours },
    startOfDay(day),
  )

describe('The ledger of credit hours', () => {
  it('counts as of any day, and only what belongs to the cycle', () => {
    const entries = [entry(1, 2, '2026-03-01'), entry(2, 1.5, '2026-09-01'), entry(3, 4, '2025-12-31')]
    expect(sumHours(entries, 2026).total).toBe(3.5)
    expect(sumHours(entries, 2026, '2026-08-31').total).toBe(2)
    expect(sumHours(entries, 2025).total).toBe(4)
  })

  it('comes to nothing for an entry and its counter-entry, under any rule', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.option(fc.integer({ min: 0, max: 40 })), (quarters, other) => {
        const wrong = entry(1, quarters / 4)
        const mended = [wrong, counterEntry(wrong, id<HourEntryId>(2), '重复计入', at)]
        expect(sumHours(mended, 2026, undefined, () => (other === null ? null : other / 4)).total).toBe(0)
      }),
    )
  })

  it('can be replayed under another table, leaving what that one leaves open', () => {
    const entries = [entry(1, 2), entry(2, 3)]
    const under = (each: HourEntry) =>
      each.sourceId === id(1) ? convertHours(exampleCreditRule, [{ kind: 'test' }]) : null
    expect(sumHours(entries, 2026, undefined, under).total).toBe(3.5)
  })

  it('counts a course once for a person in a cycle, and again in the next', () => {
    const [person, course] = [id<PersonId>(1), id(5)]
    expect(courseOnceKey(person, 2026, course)).toBe(courseOnceKey(person, 2026, course))
    expect(courseOnceKey(person, 2026, course)).not.toBe(courseOnceKey(person, 2027, course))
  })

  it('converts by the table of the day: items by their length, classes by half days', () => {
    expect(
      convertHours(
        exampleCreditRule,
        [30, 29, 14].map((minutes) => ({ kind: 'online', minutes })),
      ),
    ).toBe(1.75)
    expect(convertHours(exampleCreditRule, [{ kind: 'class', halfDays: 3 }, { kind: 'test' }])).toBe(12.5)
    expect(convertHours(defaultCreditRule, [{ kind: 'online', minutes: 30 }])).toBeNull()
    expect(creditRuleOn([exampleCreditRule, defaultCreditRule], '2025-06-01')).toBe(exampleCreditRule)
    expect(creditRuleOn([exampleCreditRule, defaultCreditRule], '2026-01-01')).toBe(defaultCreditRule)
  })
})

describe('The yearly requirement by post', () => {
  it('is 32 hours for a member, 56 with a class for secretaries and committee members', () => {
    expect(requirementOf({ posts: [], memberStatus: 'full' }, 2023)).toMatchObject({ hours: 32, classNeeded: false })
    expect(requirementOf({ posts: ['cadre'], memberStatus: 'none' }, 2023)).toMatchObject({ hours: 32 })
    expect(requirementOf({ posts: ['cadre', 'secretary'], memberStatus: 'full' }, 2023)).toMatchObject({
      hours: 56,
      classNeeded: true,
      verified: true,
    })
    expect(requirementOf({ posts: [], memberStatus: 'none' }, 2023)).toBeNull()
  })

  it('is carried on beyond its source and marked as unverified, and asks nothing before it', () => {
    expect(requirementOf({ posts: [], memberStatus: 'full' }, 2026)?.verified).toBe(false)
    expect(requirementOf({ posts: [], memberStatus: 'full' }, 2018)).toBeNull()
  })

  it('is met with the hours and the class, and says what is missing', () => {
    const sum = { total: 50, byMode: { online: 50, class: 0 } }
    expect(requirementStanding({ hours: 56, classNeeded: true }, sum)).toEqual({
      missingHours: 6,
      missingClass: true,
      met: false,
    })
    expect(requirementStanding({ hours: 32, classNeeded: false }, sum).met).toBe(true)
  })
})

describe('A certificate', () => {
  const statement = issueCertificate(
    {
      id: id<CertificateId>(1),
      token: 'x'.repeat(32),
      personId: id<PersonId>(2),
      personName: '欧阳明月',
      enrolmentId: id<EnrolmentId>(3),
      courseId: id<CourseId>(4),
      courseTitle: '党务工作基础',
      versionNumber: 2,
      hours: 4,
      issuerId: id<UnitId>(5),
      issuerName: '华夏科学技术协会',
    },
    new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7]),
    at,
  )

  it('has a number that can be read aloud and tells nothing of how many there are', () => {
    expect(statement.number).toBe('DJ-2026-23456789')
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        expect(certificateNumber(2026, bytes)).toMatch(/^DJ-2026-[2-9A-HJ-NP-Z]{8}$/)
      }),
    )
  })

  it('is signed over every field of what it says, in one order', () => {
    const signed = JSON.parse(canonicalCertificate(statement)) as Record<string, unknown>
    expect(Object.keys(signed)).toEqual(Object.keys(statement).toSorted())
    expect(signed).toEqual(statement)
    const mixed = Object.fromEntries(Object.entries(statement).toReversed()) as typeof statement
    expect(canonicalCertificate(mixed)).toBe(canonicalCertificate(statement))
  })

  it('shows a stranger a masked name, and neither hours nor ids', () => {
    const shown = publicCertificate({ ...statement, signature: 's', keyId: 'k', revokedAt: null, revokedReason: null })
    expect(shown).toEqual({
      state: 'valid',
      number: 'DJ-2026-23456789',
      maskedName: '欧*',
      courseTitle: '党务工作基础',
      issuerName: '华夏科学技术协会',
      issuedOn: '2026-06-01',
      revokedOn: null,
    })
    expect(
      publicCertificate({ ...statement, signature: 's', keyId: 'k', revokedAt: at, revokedReason: '内部原因' }),
    ).toMatchObject({ state: 'revoked', revokedOn: '2026-06-01' })
  })
})
