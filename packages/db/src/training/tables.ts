import type { FileId, PersonId, UnitId } from '@dangjian/domain/access'
import type { Post } from '@dangjian/domain/organisation'
import type {
  AttemptId,
  AttemptState,
  BankId,
  CertificateId,
  CourseAssignmentId,
  CourseId,
  CourseState,
  CourseVersionId,
  EnrolmentId,
  ExtraTimeShare,
  HourEntryId,
  HourMode,
  LessonId,
  QuestionId,
  QuestionKind,
  QuestionVersionId,
} from '@dangjian/domain/training'

/** Tables of the training wing. Dates are `YYYY-MM-DD`, instants UTC epoch milliseconds. */
export interface CourseTable {
  id: CourseId
  unitId: UnitId
  title: string
  titlePinyin: string
  summary: string
  audience: string
  hours: number
  /** JSON: CourseContent, the draft. */
  content: string
  state: CourseState
  latestVersionId: CourseVersionId | null
  rev: number
  updatedAt: number
  updatedBy: PersonId
  createdAt: number
}

/** Immutable. */
export interface CourseVersionTable {
  id: CourseVersionId
  courseId: CourseId
  number: number
  title: string
  summary: string
  audience: string
  hours: number
  /** JSON: CourseContent. */
  content: string
  changeNote: string
  publishedAt: number
  publishedBy: PersonId
}

/** Saved states of a draft, for going back. Append-only; the oldest go when there are many. */
export interface CourseDraftHistoryTable {
  courseId: CourseId
  rev: number
  title: string
  /** JSON: CourseContent. */
  content: string
  savedAt: number
  savedBy: PersonId
}

/** Files that a version uses: who may read a version may read these. */
export interface CourseVersionFileTable {
  versionId: CourseVersionId
  fileId: FileId
}

/** Questions that a version names, for saying where a question is used. Drawn ones are not known beforehand. */
export interface CourseVersionQuestionTable {
  versionId: CourseVersionId
  courseId: CourseId
  questionId: QuestionId
}

export interface QuestionBankTable {
  id: BankId
  unitId: UnitId
  title: string
  createdAt: number
}

export interface QuestionTable {
  id: QuestionId
  bankId: BankId
  category: string
  state: 'active' | 'retired'
  latestVersionId: QuestionVersionId
  /** Of the latest version, for lists and search. */
  kind: QuestionKind
  stem: string
  /** The stem without white space and punctuation: what likenesses are found by. */
  likeness: string
  difficulty: number
  rev: number
  createdAt: number
  updatedAt: number
  updatedBy: PersonId
}

/** Immutable. */
export interface QuestionVersionTable {
  id: QuestionVersionId
  questionId: QuestionId
  number: number
  /** JSON: QuestionBody. */
  body: string
  explanation: string
  difficulty: number
  createdAt: number
}

export interface CourseAssignmentTable {
  id: CourseAssignmentId
  courseId: CourseId
  societyId: UnitId
  post: Post
  taskId: string
  taskTitle: string
  /** JSON: AskingClause[]. */
  clauses: string
  dueOn: string
  withdrawnAt: number | null
}

export interface EnrolmentTable {
  id: EnrolmentId
  personId: PersonId
  courseId: CourseId
  versionId: CourseVersionId
  startedAt: number
  movedAt: number
  passedAt: number | null
}

export interface LessonProgressTable {
  personId: PersonId
  enrolmentId: EnrolmentId
  lessonId: LessonId
  position: number
  /** JSON: PlayedRange[]. */
  played: string
  doneAt: number | null
  movedAt: number
}

/** What a person plays now: one recording counts at a time, a second device takes over. */
export interface PlayTicketTable {
  personId: PersonId
  ticket: string
  enrolmentId: EnrolmentId
  lessonId: LessonId
  device: string
  openedAt: number
  /** Until when wall-clock time has been credited. */
  reportedAt: number
}

export interface AttemptTable {
  id: AttemptId
  personId: PersonId
  enrolmentId: EnrolmentId
  lessonId: LessonId
  number: number
  /** JSON: PaperSlot[]. */
  paper: string
  /** What the paper was drawn from; never leaves the server. */
  seed: string
  state: AttemptState
  startedAt: number
  deadlineAt: number | null
  closedAt: number | null
  closedBy: 'learner' | 'clock' | null
  score: number | null
  outOf: number
  passed: number | null
  /** The device that may save answers now; taking over changes it. */
  device: string
}

export interface AnswerTable {
  attemptId: AttemptId
  slot: number
  /** JSON: Response. */
  response: string
  seq: number
  savedAt: number
  /** Marks reached; null while the attempt is open. */
  marks: number | null
}

/** Append-only. `onceKey` lets a source count once for a person in a cycle. */
export interface HourEntryTable {
  id: HourEntryId
  personId: PersonId
  cycle: number
  mode: HourMode
  sourceKind: 'course'
  sourceId: string
  sourceTitle: string
  ruleVersion: string
  hours: number
  reason: 'course-passed' | 'correction' | 'corrected'
  correctsId: HourEntryId | null
  note: string | null
  onceKey: string
  at: number
}

export interface ExtraTimeTable {
  personId: PersonId
  courseId: CourseId
  share: ExtraTimeShare
  grantedAt: number
}

/** One that is not revoked for an enrolment; revoked ones stay. */
export interface CertificateTable {
  id: CertificateId
  number: string
  token: string
  personId: PersonId
  personName: string
  enrolmentId: EnrolmentId
  courseId: CourseId
  courseTitle: string
  versionNumber: number
  cycle: number
  hours: number
  issuerId: UnitId
  issuerName: string
  issuedOn: string
  signature: string
  keyId: string
  revokedAt: number | null
  revokedReason: string | null
}

export interface TrainingTables {
  course: CourseTable
  courseVersion: CourseVersionTable
  courseDraftHistory: CourseDraftHistoryTable
  courseVersionFile: CourseVersionFileTable
  courseVersionQuestion: CourseVersionQuestionTable
  questionBank: QuestionBankTable
  question: QuestionTable
  questionVersion: QuestionVersionTable
  courseAssignment: CourseAssignmentTable
  enrolment: EnrolmentTable
  lessonProgress: LessonProgressTable
  playTicket: PlayTicketTable
  attempt: AttemptTable
  answer: AnswerTable
  hourEntry: HourEntryTable
  extraTime: ExtraTimeTable
  certificate: CertificateTable
}
