import { deliverOutbox } from '@dangjian/api/access/deliver-outbox'
import type { Services } from '@dangjian/api/context'
import { listHoldersBeneath, listUnitsOfPerson } from '@dangjian/db/organisation/person-store'
import { localDateOf, type Instant, type PersonId, type UnitId } from '@dangjian/domain/access'
import type { CourseId } from '@dangjian/domain/training'
import { DemoLearner } from './learning-learner.ts'
import type { DemoOrganisation } from './organisation.ts'
import { SeededRandom } from './random.ts'
import { morningOf } from './working-day.ts'
import type { DemoTraining } from './training.ts'

/** So many societies have learnt something by today. */
const LEARNING_SOCIETIES = 24
/**
 * Learners at once. The embedded database commits together what arrives together; PostgreSQL lets transactions that meet
 * in a page of a small table try again, on a busy machine until it gives up.
 */
const AT_ONCE = { sqlite: 12, postgres: 1 }
/** Of the demo society's ten cadres, and of all whom the task concerns there, as the task itself says. */
const [PASSED_CADRES, NEEDED_SHARE] = [8, 80]

interface Study {
  readonly personId: PersonId
  readonly courseId: CourseId
  readonly at: Instant
  readonly careless: boolean
}

/**
 * Who learnt what, through the real procedures: cadres and secretaries of some societies, eight of the demo society's
 * ten cadres, one account in the middle of a course and one that has not begun. In the demo society one more pass is
 * wanting until the task's rule is met: completing the course as the learner shows how it flows back.
 */
export async function seedLearning(
  services: Services,
  organisation: DemoOrganisation,
  { courseIds }: DemoTraining,
): Promise<void> {
  const [branch, tiers, election] = courseIds
  if (!branch || !tiers || !election) throw new Error('The demo has too few courses')
  // Tasks have gone out: their courses are asked of people once the events are delivered.
  await deliverOutbox(services)
  const now = services.clock()
  const random = new SeededRandom(20_260_404)
  const { demoSociety, accounts, societies } = organisation
  const { learner, cadre } = accounts
  const holders = async (unitId: UnitId): Promise<PersonId[]> =>
    (await listHoldersBeneath(services.storage.read, unitId, ['secretary', 'cadre'], localDateOf(now))).map(
      ({ personId }) => personId,
    )

  const studies: Study[] = []
  const study = async (personId: PersonId, courseId: CourseId, daysAgo: number): Promise<void> => {
    const later = random.int(0, 9 * 60) * 60_000
    const careless = random.chance(0.25)
    // Who joined since then learnt since then.
    for (let days = daysAgo; days > 0; days = Math.floor(days / 2)) {
      const at = morningOf(now, days) + later
      if ((await listUnitsOfPerson(services.storage.read, personId, localDateOf(at))).length === 0) continue
      studies.push({ personId, courseId, at, careless })
      return
    }
  }
  const concerned = await holders(demoSociety.id)
  const cadres = demoSociety.cadreIds.filter((id) => id !== learner && id !== cadre).slice(0, PASSED_CADRES)
  const secretaries = concerned.filter((id) => !demoSociety.cadreIds.includes(id))
  const wanting = Math.ceil((concerned.length * NEEDED_SHARE) / 100) - 1 - cadres.length
  for (const personId of [...cadres, ...secretaries.slice(0, Math.max(0, wanting))])
    await study(personId, branch, random.int(5, 110))
  for (const society of societies.filter(({ id }) => id !== demoSociety.id).slice(0, LEARNING_SOCIETIES)) {
    const diligence = random.next()
    for (const personId of await holders(society.id)) {
      if (random.chance(diligence)) await study(personId, branch, random.int(2, 130))
      if (random.chance(diligence * 0.4)) await study(personId, tiers, random.int(1, 38))
    }
  }
  if (learner) await study(learner, election, 60)
  await studyAll(services, studies)
  if (learner)
    await new DemoLearner(services, learner, morningOf(now, 2) + 4 * 3_600_000).begin(branch, {
      lessons: 1,
      playedShare: 0.4,
    })
}

/** In the order of time; what passing tells the tasks is delivered soon after it happened. */
async function studyAll(services: Services, studies: readonly Study[]): Promise<void> {
  const inOrder = studies.toSorted((a, b) => a.at - b.at)
  const atOnce = AT_ONCE[services.storage.dialect]
  for (let from = 0; from < inOrder.length; from += atOnce) {
    const some = inOrder.slice(from, from + atOnce)
    await Promise.all(
      some.map(({ personId, courseId, at, careless }) =>
        new DemoLearner(services, personId, at).complete(courseId, careless),
      ),
    )
    const last = some.at(-1)
    if (last) await deliverOutbox({ ...services, clock: () => last.at + 3_600_000 })
  }
}
