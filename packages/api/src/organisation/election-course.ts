import type { FileId, Instant, LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import {
  holderOf,
  nextElectionSteps,
  runningCourse,
  type ElectionHolder,
  type ElectionStep,
  type TakenElectionStep,
  type Unit,
} from '@dangjian/domain/organisation'
import type { Db } from '@dangjian/db/database'
import { findLastElection } from '@dangjian/db/organisation/election-store'
import { insertElectionStep, listElectionSteps } from '@dangjian/db/organisation/election-step-store'
import { countFullMembers } from '@dangjian/db/organisation/person-store'
import { refuseWith } from '../refusal.ts'

type StepRow = Awaited<ReturnType<typeof listElectionSteps>>[number]

/** A unit's elections as they were taken down, with what the rules ask of the unit. */
export interface ElectionRecord {
  readonly steps: readonly StepRow[]
  /** Counts every change: what a step is taken upon. */
  readonly rev: number
  readonly fullMembers: number
  readonly electedOn: LocalDate | null
}

export async function loadElectionRecord(db: Db, unitId: UnitId, today: LocalDate): Promise<ElectionRecord> {
  const steps = await listElectionSteps(db, unitId)
  return {
    steps,
    rev: steps.length + steps.filter((each) => each.withdrawnAt !== null).length,
    fullMembers: await countFullMembers(db, unitId, today),
    electedOn: (await findLastElection(db, unitId, today))?.heldOn ?? null,
  }
}

/** Somebody else took a step or withdrew one since the course was read: says who and when. */
export function refuseCourseChanged({ steps }: ElectionRecord): never {
  const changes = steps.flatMap((each) => [
    { by: each.recordedByName ?? '', at: each.recordedAt },
    ...(each.withdrawnAt === null ? [] : [{ by: each.withdrawnByName ?? '', at: each.withdrawnAt }]),
  ])
  return refuseWith('edited-meanwhile', changes.toSorted((a, b) => b.at - a.at)[0] ?? { by: '', at: 0 })
}

/** Takes a step down after those that are there. */
export async function keepElectionStep(
  db: Db,
  record: ElectionRecord,
  step: {
    readonly id: string
    readonly unitId: UnitId
    readonly step: ElectionStep
    readonly happenedOn: LocalDate
    readonly recordedAt: Instant
    readonly recordedBy: PersonId
    readonly documentNo: string | null
    readonly documentFileId: FileId | null
    readonly note: string | null
    readonly electionId: string | null
  },
): Promise<void> {
  await insertElectionStep(db, { ...step, seq: record.steps.length + 1 })
}

/** How far the election that runs is, and who has what comes next. */
export function courseStanding(
  unit: Pick<Unit, 'kind' | 'affiliation' | 'form'>,
  taken: readonly TakenElectionStep[],
  fullMembers: number,
): { stage: ElectionStep | null; stageOn: LocalDate | null; next: ElectionStep | null; holder: ElectionHolder | null } {
  const last = runningCourse(taken).at(-1)
  const next = nextElectionSteps(unit, taken, fullMembers)[0] ?? null
  return {
    stage: last?.step ?? null,
    stageOn: last?.happenedOn ?? null,
    next,
    holder: next && holderOf(unit, next),
  }
}
