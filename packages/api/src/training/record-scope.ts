import type { LocalDate, PersonId } from '@dangjian/domain/access'
import type { CertificateId, CourseId, HourEntryId } from '@dangjian/domain/training'
import type { Db } from '@dangjian/db/database'
import { listUnitsOfPerson } from '@dangjian/db/organisation/person-store'
import { ancestorsOf } from '@dangjian/db/organisation/unit-scope'
import { findCertificate } from '@dangjian/db/training/certificate-store'
import { findCourseUnit } from '@dangjian/db/training/course-store'
import { findHourEntry } from '@dangjian/db/training/hour-store'
import type { Actor } from '../context.ts'
import type { Target } from '../trpc.ts'

interface Asked<Input> {
  readonly db: Db
  readonly input: Input
  readonly today: LocalDate
}

/** A person's record is seen from above any unit that they belong to: the one that the role worn reaches, if any. */
export async function homeOfPerson({
  db,
  input,
  actor,
  today,
}: Asked<{ readonly personId: PersonId }> & { readonly actor: Actor }): Promise<Target | null> {
  const units = await listUnitsOfPerson(db, input.personId, today)
  const worn = actor.grant?.unitId
  for (const { id } of units) if (worn && (await ancestorsOf(db, id)).includes(worn)) return { unitId: id }
  return units[0] ? { unitId: units[0].id } : null
}

/** A certificate is mended by the unit that issued it. */
export async function issuerOfCertificate({
  db,
  input,
}: Asked<{ readonly certificateId: CertificateId }>): Promise<Target | null> {
  const certificate = await findCertificate(db, input.certificateId)
  return certificate ? { unitId: certificate.issuerId } : null
}

/** Hours are mended by the unit whose course gave them. */
export async function giverOfHours({
  db,
  input,
}: Asked<{ readonly hourEntryId: HourEntryId }>): Promise<Target | null> {
  const entry = await findHourEntry(db, input.hourEntryId)
  const unitId = entry && (await findCourseUnit(db, entry.sourceId as CourseId))
  return unitId ? { unitId } : null
}
