import { describe, expect, it } from 'vitest'
import { electionWarnings } from './election.ts'
import { approveException, exceptionFor, type UnitException } from './unit-exception.ts'

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

describe('an election that departs from the rule', () => {
  it('is named and never blocked: late, early, or of five hundred and more', () => {
    const names = (entitled: number, heldOn: string) =>
      electionWarnings({ entitled, heldOn }, '2026-06-30').map((each) => each.warning)
    expect(names(10, '2026-06-30')).toEqual([])
    expect(names(10, '2026-07-01')).toEqual(['election-held-late'])
    expect(names(10, '2025-12-29')).toEqual(['election-held-early'])
    expect(names(500, '2026-06-30')).toEqual(['election-needs-delegates'])
    expect(names(499, '2025-12-30')).toEqual([])
  })
})
