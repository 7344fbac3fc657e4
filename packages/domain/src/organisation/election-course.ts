import { z } from 'zod'
import { allow, refuse, type Decision } from '../access/decision.ts'
import type { FileId } from '../access/id.ts'
import type { Instant, LocalDate } from '../access/time.ts'
import { founderOf, type Founder } from './unit-lifecycle.ts'
import { capabilities, type Unit } from './unit.ts'
import { SIZES } from './unit-warning.ts'

/** The steps of an election's course; `reject` leads back to the request. */
export const ElectionStep = z.enum(['request', 'reply', 'reject', 'vet', 'meet', 'convene', 'result', 'confirm'])
export type ElectionStep = z.infer<typeof ElectionStep>

interface StepRule {
  readonly holder: 'society' | 'superior'
  /** The step before it; null begins a course. */
  readonly after: readonly (ElectionStep | null)[]
  /** What it cannot be without. */
  readonly needs?: 'document' | 'reason'
}

/**
 * The course of an election (r, 《中国共产党基层组织选举工作条例》): the society asks, the superior replies and vets who is to
 * stand; the meeting elects the committee, the committee at its first meeting its secretary and deputies; the result is
 * recorded with its counts; the superior approves secretary and deputies, and the members are filed.
 */
export const electionSteps: Readonly<Record<ElectionStep, StepRule>> = {
  request: { holder: 'society', after: [null, 'reject'], needs: 'document' },
  reply: { holder: 'superior', after: ['request'], needs: 'document' },
  reject: { holder: 'superior', after: ['request'], needs: 'reason' },
  vet: { holder: 'superior', after: ['reply'], needs: 'document' },
  meet: { holder: 'society', after: ['vet'] },
  convene: { holder: 'society', after: ['meet'] },
  result: { holder: 'society', after: ['meet', 'convene'] },
  confirm: { holder: 'superior', after: ['result'], needs: 'document' },
}

/** A step that was taken down; one that was wrong is withdrawn and stays to be seen. */
export interface TakenElectionStep {
  readonly step: ElectionStep
  readonly happenedOn: LocalDate
  readonly withdrawnAt: Instant | null
}

type Electing = Pick<Unit, 'name' | 'kind' | 'affiliation' | 'form' | 'state' | 'foundedOn'>

/** Who has a step: the unit's own society, or the superior who founded the unit, whose paper the association enters. */
export type ElectionHolder = 'society' | Exclude<Founder, 'societyPartyCommittee'>

export function holderOf(unit: Pick<Unit, 'kind' | 'affiliation'>, step: ElectionStep): ElectionHolder {
  const founder = founderOf(unit)
  return electionSteps[step].holder === 'society' || founder === 'societyPartyCommittee' ? 'society' : founder
}

/** What was taken down, as courses one after the other; the last may still run. Being confirmed ends one. */
export function electionCourses<T extends TakenElectionStep>(taken: readonly T[]): T[][] {
  const courses: T[][] = []
  let running = false
  for (const step of taken) {
    if (running) courses.at(-1)?.push(step)
    else courses.push([step])
    running = step.withdrawnAt !== null || step.step !== 'confirm'
  }
  return courses
}

/** The steps that hold of the course that runs; none when there is no such course. */
export function runningCourse<T extends TakenElectionStep>(taken: readonly T[]): T[] {
  const valid = taken.filter((each) => each.withdrawnAt === null)
  return valid.slice(valid.findLastIndex((each) => each.step === 'confirm') + 1)
}

/** A branch of fewer than seven full members has no committee (r) whose first meeting there would be. */
function hasCommittee(unit: Pick<Unit, 'form'>, fullMembers: number): boolean {
  const branch = unit.form === 'branch' || unit.form === 'jointBranch'
  return !branch || fullMembers >= SIZES.branchCommitteeFrom
}

/** The steps that may come next, the one that leads on first. */
export function nextElectionSteps(
  unit: Pick<Unit, 'form'>,
  taken: readonly TakenElectionStep[],
  fullMembers: number,
): ElectionStep[] {
  const last = runningCourse(taken).at(-1)?.step ?? null
  const skipped: ElectionStep = hasCommittee(unit, fullMembers) ? 'result' : 'convene'
  return ElectionStep.options.filter(
    (step) => electionSteps[step].after.includes(last) && !(last === 'meet' && step === skipped),
  )
}

export interface AskedElectionStep {
  readonly step: ElectionStep
  /** The day it happened, not the day it was entered. */
  readonly on: LocalDate
  readonly documentNo: string | null
  readonly documentFileId: FileId | null
  /** Of a rejection the reason. */
  readonly note: string | null
}

export type ElectionStepRefusal =
  | 'unit-holds-no-elections'
  | 'unit-step-not-possible'
  | 'unit-step-before-last'
  | 'unit-step-in-future'
  | 'unit-document-missing'
  | 'election-step-out-of-turn'
  | 'election-reason-missing'

/** Takes an election one step further: in order, each on its day, on paper where there must be one. */
export function takeElectionStep(
  unit: Electing,
  taken: readonly TakenElectionStep[],
  asked: AskedElectionStep,
  around: { readonly today: LocalDate; readonly fullMembers: number; readonly electedOn: LocalDate | null },
): Decision<AskedElectionStep, ElectionStepRefusal> {
  if (!capabilities[unit.kind].elect) return refuse('unit-holds-no-elections', { name: unit.name })
  if (unit.state !== 'active') return refuse('unit-step-not-possible', { name: unit.name })
  if (!nextElectionSteps(unit, taken, around.fullMembers).includes(asked.step))
    return refuse('election-step-out-of-turn')
  const from = earliestDay(runningCourse(taken), asked.step) ?? around.electedOn ?? unit.foundedOn
  if (from !== null && asked.on < from) return refuse('unit-step-before-last', { date: from })
  if (asked.on > around.today) return refuse('unit-step-in-future', { date: asked.on })
  const { needs } = electionSteps[asked.step]
  if (needs === 'document' && !asked.documentNo && !asked.documentFileId) return refuse('unit-document-missing')
  if (needs === 'reason' && !asked.note?.trim()) return refuse('election-reason-missing')
  return allow(asked)
}

/** The result bears the day of the meeting that elected, which the committee's first meeting may have followed. */
export function earliestDay(running: readonly TakenElectionStep[], step: ElectionStep): LocalDate | null {
  const before = step === 'result' ? running.filter((each) => each.step !== 'convene') : running
  const days = before.map((each) => each.happenedOn).toSorted()
  return days.at(-1) ?? null
}

/**
 * Whether an election held on a day belongs to the course that runs: one from before its request is history entered
 * late, and stands by itself.
 */
export function isOfCourse(taken: readonly TakenElectionStep[], heldOn: LocalDate): boolean {
  const first = runningCourse(taken)[0]
  return first !== undefined && heldOn >= first.happenedOn
}

export type ElectionWithdrawalRefusal =
  | 'election-nothing-to-withdraw'
  | 'election-step-of-superior'
  | 'election-reason-missing'

/** Withdraws the last step, which whoever took it may, with a reason; what came after it was withdrawn before it. */
export function withdrawElectionStep<T extends TakenElectionStep>(
  taken: readonly T[],
  asked: { readonly reason: string; readonly as: 'society' | 'superior' },
): Decision<T, ElectionWithdrawalRefusal> {
  const last = taken.findLast((each) => each.withdrawnAt === null)
  if (!last) return refuse('election-nothing-to-withdraw')
  if (asked.as === 'society' && electionSteps[last.step].holder === 'superior')
    return refuse('election-step-of-superior')
  if (!asked.reason.trim()) return refuse('election-reason-missing')
  return allow(last)
}

/** The steps from the next on to the end, as they come when nothing is sent back. */
export function electionWay(
  unit: Pick<Unit, 'form'>,
  taken: readonly TakenElectionStep[],
  fullMembers: number,
): ElectionStep[] {
  const way: ElectionStep[] = []
  let steps = taken
  let next = nextElectionSteps(unit, steps, fullMembers)[0]
  while (next) {
    way.push(next)
    if (next === 'confirm') break
    steps = [...steps, { step: next, happenedOn: '', withdrawnAt: null }]
    next = nextElectionSteps(unit, steps, fullMembers)[0]
  }
  return way
}
