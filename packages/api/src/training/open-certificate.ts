import { permissionOf, permits, type LocalDate } from '@dangjian/domain/access'
import { canonicalCertificate, CertificateId, type Certificate } from '@dangjian/domain/training'
import { findHomeUnit } from '@dangjian/db/access/file-store'
import type { Db } from '@dangjian/db/database'
import { ancestorsOf } from '@dangjian/db/organisation/unit-scope'
import { findCertificate } from '@dangjian/db/training/certificate-store'
import type { Context, HeldGrant, Services } from '../context.ts'
import type { Target } from '../trpc.ts'

/** A certificate is its holder's own, and is seen by who stands above the society that the holder belongs to. */
export async function holderOfCertificate({
  db,
  input,
  today,
}: {
  readonly db: Db
  readonly input: { readonly certificateId: CertificateId }
  readonly today: LocalDate
}): Promise<Target | null> {
  const certificate = await findCertificate(db, input.certificateId)
  if (!certificate) return null
  return { personId: certificate.personId, unitId: await findHomeUnit(db, certificate.personId, today) }
}

/** The certificate, when whoever asks may see it in one of the roles given: for its PDF, whose address names no role. */
export async function openCertificate(
  context: Pick<Context, 'storage' | 'actor'>,
  id: string,
  wearing: readonly HeldGrant[],
  today: LocalDate,
): Promise<Certificate | undefined> {
  const certificateId = CertificateId.safeParse(id)
  const { actor, storage } = context
  if (!actor || !certificateId.success) return undefined
  const db = storage.read
  const holder = await holderOfCertificate({ db, input: { certificateId: certificateId.data }, today })
  if (!holder) return undefined
  const target = {
    personId: holder.personId ?? '',
    ...(holder.unitId ? { unitId: holder.unitId, ancestors: await ancestorsOf(db, holder.unitId) } : {}),
  }
  const row = permissionOf('training.show-certificate')
  const may = (grant: HeldGrant | null): boolean => permits(row, { ...actor, grant }, target) === 'permitted'
  return [null, ...wearing].some(may) ? findCertificate(db, certificateId.data) : undefined
}

/** Whether the certificate still says what was signed: one flipped bit makes it none. */
export function isGenuine(certificate: Certificate, signer: Services['signer']): boolean {
  const { signature, keyId, revokedAt: _, revokedReason: __, ...statement } = certificate
  return signer.verify(canonicalCertificate(statement), signature, keyId)
}
