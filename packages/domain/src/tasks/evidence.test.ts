import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FileId, PersonId, UnitId } from '../access/id.ts'
import { AssignmentState, openAssignment, type AssignmentId } from './assignment.ts'
import { attachEvidence, missingEvidence, withdrawEvidence, type Evidence, type EvidenceId } from './evidence.ts'
import type { EvidenceRequirement, TaskId } from './task.ts'

const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const assignment = {
  ...openAssignment({
    id: id(1) as AssignmentId,
    taskId: id(2) as TaskId,
    unitId: id(3) as UnitId,
    dueOn: '2026-12-01',
    now: 1000,
  }),
  state: 'accepted' as const,
}
const wanted: EvidenceRequirement[] = [
  { key: 'summary', label: '学习小结', kind: 'text' },
  { key: 'photos', label: '活动照片', kind: 'file' },
]
const piece = (over: Partial<Evidence>): Evidence => ({
  id: id(9) as EvidenceId,
  assignmentId: assignment.id,
  requirementKey: null,
  text: '',
  fileId: null,
  attachedBy: id(8) as PersonId,
  attachedAt: 1000,
  withdrawnAt: null,
  ...over,
})
const file = id(7) as FileId

describe('evidence', () => {
  it('is a file where a file is wanted and a text where a text is wanted', () => {
    const attach = (over: Partial<Evidence>) => attachEvidence(assignment, wanted, piece(over))
    expect(attach({ requirementKey: 'summary', text: '已组织学习' }).ok).toBe(true)
    expect(attach({ requirementKey: 'photos', fileId: file }).ok).toBe(true)
    expect(attach({ text: '补充说明' }).ok).toBe(true)
    expect(attach({ requirementKey: 'summary', fileId: file })).toMatchObject({ refusal: 'evidence-wants-text' })
    expect(attach({ requirementKey: 'photos', text: '见附件' })).toMatchObject({ refusal: 'evidence-wants-file' })
    expect(attach({ text: '  ' })).toMatchObject({ refusal: 'evidence-empty' })
    expect(attach({ requirementKey: 'else', text: '…' })).toMatchObject({ refusal: 'evidence-not-asked' })
  })

  it('stays as it was once the work is submitted or closed', () => {
    for (const state of AssignmentState.options) {
      const open = state === 'accepted' || state === 'returned'
      expect(attachEvidence({ ...assignment, state }, wanted, piece({ text: '补充' })).ok).toBe(open)
      expect(withdrawEvidence({ ...assignment, state }, piece({ text: '补充' }), 2000).ok).toBe(open)
    }
    expect(withdrawEvidence(assignment, piece({ withdrawnAt: 1500 }), 2000).ok).toBe(false)
  })

  it('is missing exactly where no piece that still stands answers', () => {
    const given = fc.array(
      fc.record({
        requirementKey: fc.constantFrom('summary', 'photos', null),
        withdrawnAt: fc.constantFrom(null, 2000),
      }),
    )
    fc.assert(
      fc.property(given, (pieces) => {
        const missing = missingEvidence(
          wanted,
          pieces.map((over) => piece(over)),
        ).map(({ key }) => key)
        for (const { key } of wanted) {
          const answered = pieces.some((each) => each.requirementKey === key && each.withdrawnAt === null)
          expect(missing.includes(key)).toBe(!answered)
        }
      }),
    )
  })
})
