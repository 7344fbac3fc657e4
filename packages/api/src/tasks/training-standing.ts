import { localDateOf, type Instant, type LocalDate, type PersonId } from '@dangjian/domain/access'
import { settledAt, trainingStanding, type Assignment, type Task, type TrainingStanding } from '@dangjian/domain/tasks'
import { listHoldersBeneath } from '@dangjian/db/organisation/person-store'
import { listTrainingEvidence } from '@dangjian/db/tasks/evidence-store'
import type { Db } from '@dangjian/db/database'

/** Somebody whom the training of a task concerns, and the record that answers for them when they have passed. */
export interface PersonConcerned {
  readonly personId: PersonId
  readonly personName: string
  readonly passedAt: Instant | null
  readonly enrolmentId: string | null
  readonly certificateId: string | null
}

/**
 * How the training that a task asks for stands in a society, person by person: read from posts and passed courses,
 * never typed. Closed work shows it as it stood when it was closed.
 */
export async function findTrainingStanding(
  db: Db,
  assignment: Assignment,
  training: Task['training'],
  today: LocalDate,
): Promise<{ standing: TrainingStanding; people: PersonConcerned[] } | null> {
  if (!training) return null
  const settled = settledAt(assignment)
  const day = settled === null ? today : localDateOf(settled)
  const holders = await listHoldersBeneath(db, assignment.unitId, training.posts, day)
  const passes = await listTrainingEvidence(
    db,
    training.courseId,
    holders.map(({ personId }) => personId),
  )
  const counted = new Map(
    passes.filter(({ passedAt }) => settled === null || passedAt <= settled).map((pass) => [pass.personId, pass]),
  )
  return {
    standing: trainingStanding(
      holders.map(({ personId }) => personId),
      new Set(counted.keys()),
      training.share,
    ),
    people: holders.map(({ personId, personName }) => {
      const pass = counted.get(personId)
      return {
        personId,
        personName,
        passedAt: pass?.passedAt ?? null,
        enrolmentId: pass?.enrolmentId ?? null,
        certificateId: pass?.certificateId ?? null,
      }
    }),
  }
}
