import { z } from 'zod'
import { FileId, Instant, LocalDate, PersonId, UnitId } from '@dangjian/domain/access'
import { SocietyCategory } from '@dangjian/domain/organisation'
import {
  Assignment,
  AssignmentId,
  EvidenceId,
  EvidenceRequirement,
  isOverdue,
  isPartOpen,
  missingEvidence,
  submissionTold,
  TaskId,
  TaskKind,
  TaskTraining,
  TimelineKind,
  WorkPlanId,
} from '@dangjian/domain/tasks'
import { findUnit } from '@dangjian/db/organisation/unit-store'
import { findAssignment, listAssignmentEvents } from '@dangjian/db/tasks/assignment-store'
import { listEvidence } from '@dangjian/db/tasks/evidence-store'
import { listParts } from '@dangjian/db/tasks/part-store'
import { findTask } from '@dangjian/db/tasks/task-store'
import { notFound, query } from '../trpc.ts'
import { societyOfAssignment } from './assignment-step.ts'
import { ClauseWords, clauseWordsOf } from './clause-words.ts'
import { PartRow, partRows } from './part-row.ts'
import { CourseShown, courseShown } from './task-shown.ts'
import { findTrainingStanding } from './training-standing.ts'

const Detail = z.object({
  unitName: z.string().optional(),
  title: z.string().optional(),
  requirement: z.string().optional(),
  fileNames: z.array(z.string()).optional(),
  dueOn: LocalDate.optional(),
})

/** Everything about one assignment: the ask, the work in its parts, the evidence, the training, and all that happened. */
export const showAssignment = query({
  permission: 'tasks.show-assignment',
  input: z.strictObject({ assignmentId: AssignmentId }),
  output: z.strictObject({
    assignment: Assignment,
    overdue: z.boolean(),
    unit: z.strictObject({ id: UnitId, name: z.string(), category: SocietyCategory.nullable() }),
    task: z.strictObject({
      id: TaskId,
      workPlanId: WorkPlanId,
      title: z.string(),
      kind: TaskKind,
      evidence: z.array(EvidenceRequirement),
      training: TaskTraining.nullable(),
    }),
    course: CourseShown.nullable(),
    clauses: z.array(ClauseWords),
    parts: z.array(PartRow),
    evidence: z.array(
      z.strictObject({
        id: EvidenceId,
        requirementKey: z.string().nullable(),
        text: z.string(),
        file: z.strictObject({ id: FileId, name: z.string(), mediaType: z.string(), size: z.int() }).nullable(),
        attachedByName: z.string(),
        attachedAt: Instant,
      }),
    ),
    training: z
      .strictObject({
        concerned: z.int(),
        passed: z.int(),
        needed: z.int(),
        people: z.array(
          z.strictObject({
            personId: PersonId,
            personName: z.string(),
            passedAt: Instant.nullable(),
            enrolmentId: z.string().nullable(),
            certificateId: z.string().nullable(),
          }),
        ),
      })
      .nullable(),
    /** What `canSubmitAssignment` is asked with. */
    facts: z.strictObject({
      missingEvidence: z.array(z.string()),
      openParts: z.int(),
      reportMissing: z.boolean(),
      unchanged: z.boolean(),
    }),
    timeline: z.array(
      z.strictObject({
        id: z.string(),
        at: Instant,
        kind: TimelineKind,
        personName: z.string().nullable(),
        unitName: z.string().nullable(),
        text: z.string(),
        detail: Detail,
      }),
    ),
  }),
  target: societyOfAssignment,
  run: async ({ db, input, today }) => {
    const assignment = (await findAssignment(db, input.assignmentId)) ?? notFound()
    const task = (await findTask(db, assignment.taskId)) ?? notFound()
    const unit = (await findUnit(db, assignment.unitId)) ?? notFound()
    const evidence = await listEvidence(db, assignment.id)
    const parts = await partRows(db, await listParts(db, assignment.id))
    const training = await findTrainingStanding(db, assignment, task.training, today)
    const events = await listAssignmentEvents(db, assignment.id)
    return {
      assignment,
      overdue: isOverdue(assignment, today),
      unit: { id: unit.id, name: unit.name, category: unit.category },
      task: {
        id: task.id,
        workPlanId: task.workPlanId,
        title: task.title,
        kind: task.kind,
        evidence: task.evidence,
        training: task.training,
      },
      course: await courseShown(db, task.training),
      clauses: (await clauseWordsOf(db, [task.id])).get(task.id) ?? [],
      parts,
      evidence: evidence
        .filter(({ withdrawnAt }) => withdrawnAt === null)
        .map(({ id, requirementKey, text, fileId, fileName, mediaType, fileSize, attachedByName, attachedAt }) => ({
          id,
          requirementKey,
          text,
          file:
            fileId === null
              ? null
              : { id: fileId, name: fileName ?? '', mediaType: mediaType ?? '', size: fileSize ?? 0 },
          attachedByName,
          attachedAt,
        })),
      training: training && { ...training.standing, people: training.people },
      facts: {
        missingEvidence: missingEvidence(task.evidence, evidence).map(({ label }) => label),
        openParts: parts.filter(isPartOpen).length,
        ...submissionTold(task, events),
      },
      timeline: events.map(({ id, at, kind, personName, actingUnitName, text, detail }) => ({
        id,
        at,
        kind,
        personName,
        unitName: actingUnitName,
        text,
        detail: Detail.parse(JSON.parse(detail)),
      })),
    }
  },
})
