import { describe, expect, it } from 'vitest'
import { electionWarnings, moveWarnings } from './election.ts'
import { remindersOf, termStanding } from './term.ts'
import { approveException, exceptionFor, movedElection, type UnitException } from './unit-exception.ts'

const exception = (over: Partial<UnitException> = {}): UnitException => ({
  warning: 'committee-below-size',
  approvedOn: '2026-01-10',
  untilOn: null,
  documentNo: '批〔2026〕1号',
  documentFileId: null,
  ...over,
})
const facts = { today: '2026-06-01', electedOn: '2021-01-01' }

describe('what the superior approved to be otherwise', () => {
  it('stands on a paper of a day that has come; a late election names the day until which it may wait', () => {
    const refusal = (over: Partial<UnitException>) => {
      const decision = approveException(exception(over), '2026-06-01')
      return decision.ok ? null : decision.refusal
    }
    expect(refusal({})).toBeNull()
    expect(refusal({ documentNo: null })).toBe('exception-document-missing')
    expect(refusal({ approvedOn: '2026-06-02' })).toBe('exception-in-future')
    expect(refusal({ untilOn: '2026-01-09' })).toBe('exception-ends-before-it-begins')
    expect(refusal({ warning: 'election-overdue' })).toBe('exception-needs-end')
    expect(refusal({ warning: 'election-overdue', untilOn: '2026-12-31' })).toBeNull()
  })

  it('covers its own warning until its last day, and no other', () => {
    const below = { warning: 'committee-below-size' } as const
    expect(exceptionFor(below, [exception()], facts)).not.toBeNull()
    expect(exceptionFor({ warning: 'no-secretary' }, [exception()], facts)).toBeNull()
    expect(exceptionFor(below, [exception({ untilOn: '2026-05-31' })], facts)).toBeNull()
    expect(exceptionFor(below, [exception({ untilOn: '2026-06-01' })], facts)).not.toBeNull()
  })

  it('covers a late election of the present term, and says nothing of the next one', () => {
    const late = exception({ warning: 'election-due', untilOn: '2026-12-31' })
    const overdue = { warning: 'election-overdue' } as const
    expect(exceptionFor(overdue, [late], facts)).not.toBeNull()
    expect(exceptionFor(overdue, [late], { ...facts, electedOn: '2026-03-01' })).toBeNull()
  })
})

describe('an election that the superior moved', () => {
  const late = exception({ warning: 'election-overdue', untilOn: '2026-12-31' })
  const unit = { form: 'branch', foundedOn: '2020-01-01' } as const

  it('is due on the approval’s last day, by the latest approval of the present term', () => {
    const later = { ...late, approvedOn: '2026-02-01', untilOn: '2027-03-31' }
    expect(movedElection([later, late], '2023-05-01')?.untilOn).toBe('2027-03-31')
    expect(movedElection([exception()], '2023-05-01')).toBeNull()
    expect(movedElection([late], '2026-03-01')).toBeNull()
    expect(termStanding(unit, '2023-05-01', '2026-06-01')).toMatchObject({ dueOn: '2026-05-01', standing: 'overdue' })
    expect(termStanding(unit, '2023-05-01', '2026-06-01', '2027-03-31')).toEqual({
      endsOn: '2026-05-01',
      dueOn: '2027-03-31',
      standing: 'due12',
    })
    expect(termStanding(unit, '2025-05-01', '2026-06-01', '2026-08-31')?.standing).toBe('due3')
  })

  it('is held in time from the earlier of the two days on until the later', () => {
    const names = (heldOn: string, dueOn: string) =>
      electionWarnings({ entitled: 9, heldOn }, { endsOn: '2026-06-30', dueOn }).map((each) => each.warning)
    expect(names('2026-12-30', '2026-12-31')).toEqual([])
    expect(names('2026-02-01', '2026-12-31')).toEqual([])
    expect(names('2027-01-01', '2026-12-31')).toEqual(['election-held-late'])
    expect(names('2025-08-01', '2025-12-31')).toEqual([])
    expect(names('2025-06-01', '2025-12-31')).toEqual(['election-held-early'])
  })

  it('is named when it is moved by more than a year, and reminded of by the rule six months before', () => {
    expect(moveWarnings('2027-06-30', '2026-06-30')).toEqual([])
    expect(moveWarnings('2027-07-01', '2026-06-30').map((each) => each.warning)).toEqual(['election-moved-far'])
    expect(remindersOf('2026-12-31')).toEqual([
      { months: 12, basis: 'default', on: '2025-12-31' },
      { months: 6, basis: 'rule', on: '2026-06-30' },
      { months: 3, basis: 'default', on: '2026-09-30' },
    ])
  })
})

describe('an election that departs from the rule', () => {
  it('is named and never blocked: late, early, or of five hundred and more', () => {
    const names = (entitled: number, heldOn: string) =>
      electionWarnings({ entitled, heldOn }, { endsOn: '2026-06-30', dueOn: '2026-06-30' }).map((each) => each.warning)
    expect(names(10, '2026-06-30')).toEqual([])
    expect(names(10, '2026-07-01')).toEqual(['election-held-late'])
    expect(names(10, '2025-12-29')).toEqual(['election-held-early'])
    expect(names(500, '2026-06-30')).toEqual(['election-needs-delegates'])
    expect(names(499, '2025-12-30')).toEqual([])
  })
})
