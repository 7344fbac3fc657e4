import { z } from 'zod'
import { allow, refuse, type Decision } from '../access/decision.ts'
import { FileId, idSchema, PersonId } from '../access/id.ts'
import { Instant } from '../access/time.ts'
import { AssignmentId, isOpen, type Assignment, type SubmissionFacts } from './assignment.ts'
import type { EvidenceRequirement, Task } from './task.ts'

export const EvidenceId = idSchema('EvidenceId')
export type EvidenceId = z.infer<typeof EvidenceId>

/** What a society shows for its work (佐证材料): a file or a text, for one of the pieces that the task wants. */
export const Evidence = z.strictObject({
  id: EvidenceId,
  assignmentId: AssignmentId,
  requirementKey: z.string().nullable(),
  text: z.string().max(20_000),
  fileId: FileId.nullable(),
  attachedBy: PersonId,
  attachedAt: Instant,
  withdrawnAt: Instant.nullable(),
})
export type Evidence = z.infer<typeof Evidence>

export type EvidenceRefusal =
  | 'evidence-empty'
  | 'evidence-not-asked'
  | 'evidence-fixed'
  | 'evidence-wants-file'
  | 'evidence-wants-text'

/** Attaches a piece of evidence while the work is open. */
export function attachEvidence(
  assignment: Assignment,
  wanted: readonly EvidenceRequirement[],
  evidence: Evidence,
): Decision<Evidence, EvidenceRefusal> {
  if (!isOpen(assignment)) return refuse('evidence-fixed')
  if (evidence.fileId === null && evidence.text.trim() === '') return refuse('evidence-empty')
  const requirement = wanted.find(({ key }) => key === evidence.requirementKey)
  if (evidence.requirementKey !== null && !requirement) return refuse('evidence-not-asked')
  if (requirement?.kind === 'file' && evidence.fileId === null)
    return refuse('evidence-wants-file', { label: requirement.label })
  if (requirement?.kind === 'text' && evidence.text.trim() === '')
    return refuse('evidence-wants-text', { label: requirement.label })
  return allow(evidence)
}

/** Takes evidence back while the work is open; what was submitted or closed stays. */
export function withdrawEvidence(
  assignment: Assignment,
  evidence: Evidence,
  now: Instant,
): Decision<Evidence, EvidenceRefusal> {
  if (!isOpen(assignment) || evidence.withdrawnAt !== null) return refuse('evidence-fixed')
  return allow({ ...evidence, withdrawnAt: now })
}

/** The wanted pieces that nothing answers yet. */
export function missingEvidence(
  wanted: readonly EvidenceRequirement[],
  given: readonly Pick<Evidence, 'requirementKey' | 'withdrawnAt'>[],
): EvidenceRequirement[] {
  const answered = new Set(
    given.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ requirementKey }) => requirementKey),
  )
  return wanted.filter(({ key }) => !answered.has(key))
}

/** What stands on an assignment's timeline. */
export const TimelineKind = z.enum([
  'opened',
  'accepted',
  'reported',
  'part-given',
  'part-done',
  'part-accepted',
  'part-returned',
  'part-withdrawn',
  'evidence-attached',
  'evidence-withdrawn',
  'training-met',
  'submitted',
  'recalled',
  'returned',
  'closed',
  'reminded',
  'extended',
  'withdrawn',
])
export type TimelineKind = z.infer<typeof TimelineKind>

/** What a society does to its work, as against what is said or decided about it. */
const workKinds: readonly TimelineKind[] = [
  'reported',
  'part-accepted',
  'evidence-attached',
  'evidence-withdrawn',
  'training-met',
]

/** What an assignment's timeline, oldest first, says against submitting it. */
export function submissionTold(
  task: Pick<Task, 'evidence' | 'training'>,
  timeline: readonly { readonly kind: TimelineKind }[],
): Pick<SubmissionFacts, 'reportMissing' | 'unchanged'> {
  const returnedAt = timeline.findLastIndex(({ kind }) => kind === 'returned')
  const workedFrom = (start: number): boolean => timeline.slice(start).some(({ kind }) => workKinds.includes(kind))
  return {
    reportMissing: task.evidence.length === 0 && !task.training && !workedFrom(0),
    unchanged: returnedAt >= 0 && !workedFrom(returnedAt),
  }
}
