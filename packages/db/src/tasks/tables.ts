import type { FileId, PersonId, UnitId } from '@dangjian/domain/access'
import type {
  AssignmentId,
  AssignmentPartId,
  AssignmentState,
  ClauseId,
  EvidenceId,
  PartState,
  TaskCourseId,
  TaskId,
  TaskKind,
  TaskState,
  TimelineKind,
  WorkPlanId,
  WorkPlanState,
} from '@dangjian/domain/tasks'

/** Tables of the tasks wing. Dates are `YYYY-MM-DD`, instants UTC epoch milliseconds. */
export interface WorkPlanTable {
  id: WorkPlanId
  year: number
  title: string
  sourceText: string
  /** JSON: PlanOutline. */
  outline: string
  state: WorkPlanState
  publishedAt: number | null
  rev: number
  updatedAt: number
  updatedBy: PersonId
}

/** The clauses of a plan's outline, one row each, for asking what answers them. Rewritten with the outline. */
export interface ClauseTable {
  id: ClauseId
  workPlanId: WorkPlanId
  position: number
  sectionIndex: number
  sectionNumber: string
  sectionTitle: string
  itemNumber: number
  itemTitle: string
  text: string
}

export interface TaskTable {
  id: TaskId
  workPlanId: WorkPlanId
  title: string
  kind: TaskKind
  /** JSON: Audience. */
  audience: string
  dueOn: string
  /** JSON: EvidenceRequirement[]. */
  evidence: string
  /** JSON: TaskTraining. */
  training: string | null
  trainingCourseId: TaskCourseId | null
  state: TaskState
  rev: number
  publishedAt: number | null
  updatedAt: number | null
  updatedBy: PersonId | null
}

export interface TaskClauseTable {
  taskId: TaskId
  clauseId: ClauseId
}

export interface AssignmentTable {
  id: AssignmentId
  unitId: UnitId
  taskId: TaskId
  state: AssignmentState
  dueOn: string
  rev: number
  stateAt: number
  movedAt: number
}

export interface AssignmentPartTable {
  id: AssignmentPartId
  unitId: UnitId
  assignmentId: AssignmentId
  personId: PersonId | null
  title: string
  dueOn: string
  state: PartState
  report: string
  movedAt: number
}

/** The timeline. Append-only. */
export interface AssignmentEventTable {
  id: string
  assignmentId: AssignmentId
  at: number
  kind: TimelineKind
  personId: PersonId | null
  actingUnitId: UnitId | null
  text: string
  /** JSON. */
  detail: string
}

export interface EvidenceTable {
  id: EvidenceId
  assignmentId: AssignmentId
  requirementKey: string | null
  text: string
  fileId: FileId | null
  attachedBy: PersonId
  attachedAt: number
  withdrawnAt: number | null
}

/** Who passed which course, as the training wing told: what tasks count. */
export interface TrainingEvidenceTable {
  personId: PersonId
  courseId: TaskCourseId
  enrolmentId: string
  certificateId: string | null
  passedAt: number
}

export interface TaskTables {
  workPlan: WorkPlanTable
  clause: ClauseTable
  task: TaskTable
  taskClause: TaskClauseTable
  assignment: AssignmentTable
  assignmentPart: AssignmentPartTable
  assignmentEvent: AssignmentEventTable
  evidence: EvidenceTable
  trainingEvidence: TrainingEvidenceTable
}
