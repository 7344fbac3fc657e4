import { z } from 'zod'
import { allow, refuse, type Decision } from '../access/decision.ts'
import type { PersonId } from '../access/id.ts'
import type { Instant } from '../access/time.ts'
import type { Wording } from '../access/words.ts'
import type { Certificate } from './certificate.ts'
import type { HourEntry, HourEntryId } from './hour-entry.ts'
import { counterEntry } from './hours.ts'

/** Why a record was mended: in words for the learner, who reads them beside it. */
export const MendingReason = z.string().trim().min(2).max(300)

export type RecordMendingRefusal =
  | 'own-record'
  | 'certificate-already-revoked'
  | 'certificate-still-valid'
  | 'hours-already-corrected'
  | 'counter-entry-stands'
  | 'hours-not-changed'
  | 'course-not-open-to-person'

export const recordMendingRefusalWords: Wording<RecordMendingRefusal> = {
  'zh-CN': {
    'own-record': '这是您本人的学习记录，请由另一位负责人办理。',
    'certificate-already-revoked': '这张证书已经撤销。需要时可以重新颁发。',
    'certificate-still-valid': '这门课程已有一张有效证书，撤销后才能重新颁发。',
    'hours-already-corrected': '这笔学时已经更正过，请在更正后的那一笔上办理。',
    'counter-entry-stands': '这是一笔更正记录，本身不能再更正。',
    'hours-not-changed': '更正后的学时与原来相同，不需要更正。',
    'course-not-open-to-person': '这门课程没有对这位学员开放，不能为其延长考试时间。',
  },
  en: {
    'own-record': 'This is your own record; somebody else must do this.',
    'certificate-already-revoked': 'This certificate is revoked already. A new one can be issued.',
    'certificate-still-valid': 'There is a valid certificate of this course; revoke it before issuing another.',
    'hours-already-corrected': 'This entry is corrected already; correct the one that took its place.',
    'counter-entry-stands': 'This entry is itself a correction and stays as it is.',
    'hours-not-changed': 'The corrected hours are those that stand; nothing needs correcting.',
    'course-not-open-to-person': 'This course is not open to this person, so no exam time can be added.',
  },
}

/** Nobody mends their own record: a result is changed by a second person (四眼原则). */
export function canMendRecordOf(personId: PersonId, by: PersonId): Decision<true, RecordMendingRefusal> {
  return personId === by ? refuse('own-record') : allow(true)
}

/**
 * Revokes a certificate (撤销证书): its text and number stay as they were signed. The hours of the course stay too; if
 * they are wrong, they are corrected by themselves.
 */
export function revokeCertificate(
  certificate: Certificate,
  reason: string,
  by: PersonId,
  now: Instant,
): Decision<Certificate, RecordMendingRefusal> {
  const may = canMendRecordOf(certificate.personId, by)
  if (!may.ok) return may
  if (certificate.revokedAt !== null) return refuse('certificate-already-revoked')
  return allow({ ...certificate, revokedAt: now, revokedReason: reason })
}

/** Whether a course may have another certificate (重新颁发): only when none of those it had holds any more. */
export function canReissueCertificate(
  certificates: readonly Pick<Certificate, 'personId' | 'revokedAt'>[],
  by: PersonId,
): Decision<true, RecordMendingRefusal> {
  if (certificates.some(({ personId }) => personId === by)) return refuse('own-record')
  return certificates.some(({ revokedAt }) => revokedAt === null) ? refuse('certificate-still-valid') : allow(true)
}

/** The counter-entry that takes an entry out, and the one that takes its place; null where nothing does. */
export interface HourCorrection {
  readonly counter: HourEntry
  readonly replacement: HourEntry | null
}

/**
 * Corrects hours (更正学时) without touching what is in the ledger: a counter-entry takes the whole entry out, and the
 * right hours are entered anew. An entry is corrected once; what took its place can be corrected in turn.
 */
export function correctHours(
  entry: HourEntry,
  ledger: readonly Pick<HourEntry, 'correctsId'>[],
  right: { readonly hours: number; readonly reason: string },
  by: PersonId,
  ids: { readonly counter: HourEntryId; readonly replacement: HourEntryId },
  now: Instant,
): Decision<HourCorrection, RecordMendingRefusal> {
  const may = canMendRecordOf(entry.personId, by)
  if (!may.ok) return may
  const standing = canCorrectHours(entry, ledger)
  if (!standing.ok) return standing
  if (right.hours === entry.hours) return refuse('hours-not-changed')
  const note = right.reason
  return allow({
    counter: counterEntry(entry, ids.counter, note, now),
    replacement:
      right.hours === 0
        ? null
        : { ...entry, id: ids.replacement, hours: right.hours, reason: 'corrected', note, at: now },
  })
}

/** Whether an entry still counts as it was entered. */
export function canCorrectHours(
  entry: Pick<HourEntry, 'id' | 'correctsId'>,
  ledger: readonly Pick<HourEntry, 'correctsId'>[],
): Decision<true, RecordMendingRefusal> {
  if (entry.correctsId !== null) return refuse('counter-entry-stands')
  return ledger.some(({ correctsId }) => correctsId === entry.id) ? refuse('hours-already-corrected') : allow(true)
}
