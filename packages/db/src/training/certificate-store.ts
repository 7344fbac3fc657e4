import type { PersonId } from '@dangjian/domain/access'
import type { Certificate, CertificateId, EnrolmentId } from '@dangjian/domain/training'
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

export async function findCertificateOf(db: Db, enrolmentId: EnrolmentId): Promise<Certificate | undefined> {
  return db.selectFrom('certificate').selectAll().where('enrolmentId', '=', enrolmentId).executeTakeFirst()
}

/** A person's certificates, the latest first. */
export async function listCertificatesOf(db: Db, personId: PersonId): Promise<Certificate[]> {
  return db.selectFrom('certificate').selectAll().where('personId', '=', personId).orderBy('id', 'desc').execute()
}
