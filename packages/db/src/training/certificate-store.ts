import type { PersonId } from '@dangjian/domain/access'
import type { Certificate, CertificateId, EnrolmentId } from '@dangjian/domain/training'
import { textsIn } from '../connection/json-list.ts'
import { statement } from '../connection/statement.ts'
import type { Db } from '../database.ts'

export async function insertCertificate(db: Db, certificate: Certificate): Promise<void> {
  await db.insertInto('certificate').values(certificate).execute()
}

export async function findCertificate(db: Db, id: CertificateId): Promise<Certificate | undefined> {
  return db.selectFrom('certificate').selectAll().where('id', '=', id).executeTakeFirst()
}

/** By the secret of its QR code. */
export async function findCertificateByToken(db: Db, token: string): Promise<Certificate | undefined> {
  return db.selectFrom('certificate').selectAll().where('token', '=', token).executeTakeFirst()
}

/** The certificate of an enrolment that holds; where none does, the one revoked last. */
export async function findCertificateOf(db: Db, enrolmentId: EnrolmentId): Promise<Certificate | undefined> {
  return (await findCertificatesOf(db, [enrolmentId])).get(enrolmentId)
}

/** As `findCertificateOf`, for many enrolments at once; those without a certificate are left out. */
export async function findCertificatesOf(
  db: Db,
  enrolmentIds: readonly EnrolmentId[],
): Promise<Map<EnrolmentId, Certificate>> {
  if (enrolmentIds.length === 0) return new Map()
  const all = (await certificatesOf(db, { enrolmentIds: JSON.stringify(enrolmentIds) })).rows
  const best = new Map<EnrolmentId, Certificate>()
  for (const certificate of all) {
    if (certificate.revokedAt === null || !best.has(certificate.enrolmentId)) {
      best.set(certificate.enrolmentId, certificate)
    }
  }
  return best
}

const certificatesOf = statement((db, { enrolmentIds }: { enrolmentIds: string }) =>
  db
    .selectFrom('certificate')
    .selectAll()
    .where('enrolmentId', 'in', textsIn<EnrolmentId>(db, enrolmentIds))
    .orderBy('id', 'desc'),
)

/** Every certificate that an enrolment had, the latest first. */
export async function listCertificatesOfEnrolment(db: Db, enrolmentId: EnrolmentId): Promise<Certificate[]> {
  return db.selectFrom('certificate').selectAll().where('enrolmentId', '=', enrolmentId).orderBy('id', 'desc').execute()
}

/** Marks a certificate revoked; false when it was already. */
export async function saveCertificateRevoked(
  db: Db,
  { id, revokedAt, revokedReason }: Pick<Certificate, 'id' | 'revokedAt' | 'revokedReason'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('certificate')
    .set({ revokedAt, revokedReason })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** A person's certificates, the latest first. */
export async function listCertificatesOf(db: Db, personId: PersonId): Promise<Certificate[]> {
  return db.selectFrom('certificate').selectAll().where('personId', '=', personId).orderBy('id', 'desc').execute()
}
