import { describe, expect, it } from 'vitest'
import type { PersonId } from '../access/id.ts'
import type { Certificate } from './certificate.ts'
import { minutesWithExtra } from './extra-time.ts'
import type { HourEntryId } from './hour-entry.ts'
import { courseEntry, sumHours } from './hours.ts'
import { canReissueCertificate, correctHours, revokeCertificate } from './record-mending.ts'

const id = <T extends string>(n: number): T => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}` as T
const [learner, dean] = [id<PersonId>(1), id<PersonId>(2)]
const now = Date.parse('2026-11-20T00:00:00Z')
const ids = { counter: id<HourEntryId>(8), replacement: id<HourEntryId>(9) }
const entry = courseEntry(
  { id: id<HourEntryId>(7), personId: learner, sourceId: id(5), sourceTitle: '入门', hours: 2 },
  now,
)
const certificate = { personId: learner, revokedAt: null, revokedReason: null, number: 'DJ' } as Certificate

describe('Mending a learner’s record', () => {
  it('takes the whole entry out and enters the right hours, so that the sum is the right one', () => {
    const decided = correctHours(entry, [entry], { hours: 1.5, reason: '课程学时有误' }, dean, ids, now)
    if (!decided.ok || !decided.value.replacement) throw new Error('not corrected')
    const { counter, replacement } = decided.value
    expect(counter).toMatchObject({ hours: -2, correctsId: entry.id, reason: 'correction', note: '课程学时有误' })
    expect(replacement).toMatchObject({ hours: 1.5, correctsId: null, reason: 'corrected', note: '课程学时有误' })
    expect(sumHours([entry, counter, replacement], 2026).total).toBe(1.5)
  })

  it('enters nothing anew where nothing was earned', () => {
    const decided = correctHours(entry, [entry], { hours: 0, reason: '重复计入' }, dean, ids, now)
    expect(decided.ok && decided.value.replacement).toBeNull()
  })

  it('corrects an entry once, and what took its place again', () => {
    const first = correctHours(entry, [entry], { hours: 1, reason: '有误' }, dean, ids, now)
    if (!first.ok || !first.value.replacement) throw new Error('not corrected')
    const ledger = [entry, first.value.counter, first.value.replacement]
    const again = (of: typeof entry) => correctHours(of, ledger, { hours: 3, reason: '再改' }, dean, ids, now)
    expect(again(entry)).toMatchObject({ refusal: 'hours-already-corrected' })
    expect(again(first.value.counter)).toMatchObject({ refusal: 'counter-entry-stands' })
    expect(again(first.value.replacement)).toMatchObject({ ok: true })
  })

  it('changes nothing to what it is already', () => {
    const same = correctHours(entry, [entry], { hours: 2, reason: '没有变化' }, dean, ids, now)
    expect(same).toMatchObject({ refusal: 'hours-not-changed' })
  })

  it('lets nobody mend their own record', () => {
    const own = { refusal: 'own-record' }
    expect(correctHours(entry, [entry], { hours: 9, reason: '给自己' }, learner, ids, now)).toMatchObject(own)
    expect(revokeCertificate(certificate, '给自己', learner, now)).toMatchObject(own)
    expect(canReissueCertificate([certificate], learner)).toMatchObject(own)
  })

  it('revokes a certificate once and changes nothing of what it says', () => {
    const revoked = revokeCertificate(certificate, '姓名有误', dean, now)
    if (!revoked.ok) throw new Error('not revoked')
    expect(revoked.value).toEqual({ ...certificate, revokedAt: now, revokedReason: '姓名有误' })
    expect(revokeCertificate(revoked.value, '再来', dean, now)).toMatchObject({
      refusal: 'certificate-already-revoked',
    })
  })

  it('issues another certificate only where none holds any more', () => {
    expect(canReissueCertificate([certificate], dean)).toMatchObject({ refusal: 'certificate-still-valid' })
    expect(canReissueCertificate([{ ...certificate, revokedAt: now }], dean)).toMatchObject({ ok: true })
  })
})

describe('Extra time', () => {
  it('lengthens a limit by its share, in whole minutes, and leaves no limit as it is', () => {
    expect([25, 50, 100].map((share) => minutesWithExtra(10, share as 25))).toEqual([13, 15, 20])
    expect(minutesWithExtra(10, null)).toBe(10)
    expect(minutesWithExtra(null, 100)).toBeNull()
  })
})
