import { addDays, addYears, daysBetween, type LocalDate, type PersonId } from '@dangjian/domain/access'
import { electionSteps, termStanding, type ElectionStep } from '@dangjian/domain/organisation'
import type { UnitTable } from '@dangjian/db/organisation/tables'
import type { OrganisationDraft } from './organisation-draft.ts'
import type { DemoSociety } from './organisation-society.ts'

/** How far elections are, one after the other: some not begun, some on their way, one moved by a year. */
const courses: readonly (readonly ElectionStep[] | 'moved')[] = [
  [],
  ['request'],
  ['request', 'reply'],
  ['request', 'reply', 'vet'],
  ['request', 'reject'],
  [],
  ['request', 'reply', 'vet', 'meet'],
  'moved',
  [],
  [],
  [],
]

const whole: readonly ElectionStep[] = ['request', 'reply', 'vet', 'meet', 'convene', 'result', 'confirm']
/** Days between a step and the one after it. */
const PACE = 9
/** Days since an election whose course is known. */
const HELD_LATELY = 120
const REASON = '委员名额与上届不同，请说明理由后重新报送。'

interface Around {
  readonly societies: readonly DemoSociety[]
  /** Enters what the superior decides. */
  readonly superiorId: PersonId
}

/** Elections that are due are in different steps; of those held lately some wait for the superior's approval. */
export function drawElectionCourses(draft: OrganisationDraft, today: LocalDate, around: Around): void {
  const units = new Map(draft.units.map((unit) => [unit.id, unit]))
  let due = 0
  let held = 0
  for (const society of around.societies) {
    for (const unitId of [society.committeeId, society.officeId]) {
      const unit = unitId ? units.get(unitId) : undefined
      if (unit?.state !== 'active') continue
      const by = { society: society.secretaryId, superior: around.superiorId }
      const last = draft.lastElection(unit.id)
      const term = termStanding(unit, last?.heldOn ?? null, today)
      if (last && daysBetween(last.heldOn, today) < HELD_LATELY) {
        // A few wait for the superior.
        drawHeld(draft, unit, last, held % 3 === 0 ? whole.slice(0, -1) : whole, by)
        held += 1
      }
      if (!term || term.standing === 'running' || term.standing === 'due12') continue
      const course = courses[due % courses.length] ?? []
      due += 1
      if (course === 'moved') drawMoved(draft, unit, term.endsOn, today, around.superiorId)
      else drawSteps(draft, unit, course, addDays(today, -PACE * course.length), by)
    }
  }
}

type By = Readonly<Record<'society' | 'superior', PersonId>>

function drawSteps(
  draft: OrganisationDraft,
  unit: UnitTable,
  steps: readonly ElectionStep[],
  from: LocalDate,
  by: By,
): void {
  for (const [index, step] of steps.entries()) {
    const happenedOn = addDays(from, index * PACE)
    const { holder, needs } = electionSteps[step]
    draft.electionStep(unit.id, {
      step,
      happenedOn,
      recordedBy: by[holder],
      documentNo: needs === 'document' ? paper(holder, happenedOn, unit.seq + index) : null,
      note: needs === 'reason' ? REASON : null,
    })
  }
}

function drawHeld(
  draft: OrganisationDraft,
  unit: UnitTable,
  election: { readonly id: string; readonly heldOn: LocalDate },
  steps: readonly ElectionStep[],
  by: By,
): void {
  for (const step of steps) {
    const after = whole.indexOf(step) - whole.indexOf('meet')
    const { holder, needs } = electionSteps[step]
    // The committee meets on the day of the election, and the result bears that day.
    const happenedOn = addDays(election.heldOn, step === 'convene' || step === 'result' ? 0 : after * PACE)
    draft.electionStep(unit.id, {
      step,
      happenedOn,
      recordedBy: by[holder],
      documentNo: needs === 'document' ? paper(holder, happenedOn, after + PACE) : null,
      electionId: step === 'result' ? election.id : null,
    })
  }
}

function drawMoved(
  draft: OrganisationDraft,
  unit: UnitTable,
  endsOn: LocalDate,
  today: LocalDate,
  recordedBy: PersonId,
): void {
  const approvedOn = addDays(today, -PACE)
  const warning = unit.tier === 1 ? 'society-term-due' : 'election-due'
  const untilOn = addYears(endsOn, 1)
  draft.exception(unit.id, {
    warning,
    approvedOn,
    untilOn,
    documentNo: paper('superior', approvedOn, PACE),
    recordedBy,
  })
}

function paper(holder: 'society' | 'superior', on: LocalDate, number: number): string {
  return `${holder === 'society' ? '会党' : '华科党'}〔${on.slice(0, 4)}〕${number + 11}号`
}
