import { z } from 'zod'
import { allow, refuse, type Decision } from '../access/decision.ts'
import { idSchema, UnitId } from '../access/id.ts'
import { Instant, LocalDate } from '../access/time.ts'
import { Post } from '../organisation/post.ts'
import { SocietyCategory, type Unit } from '../organisation/unit.ts'
import { ClauseId, WorkPlanId } from './work-plan.ts'

export const TaskId = idSchema('TaskId')
export type TaskId = z.infer<typeof TaskId>
/** The course that answers a task; the training wing knows it by the same brand. */
export const TaskCourseId = idSchema('CourseId')
export type TaskCourseId = z.infer<typeof TaskCourseId>

export const TaskKind = z.enum([
  'study',
  'publicity',
  'organisation',
  'training',
  'research',
  'service',
  'discipline',
  'report',
])
export type TaskKind = z.infer<typeof TaskKind>

/** Whom a task is for: all societies, those of some categories, those that lack a tier, or those chosen. */
export const Audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('category'), categories: z.array(SocietyCategory).min(1).max(5) }),
  z.strictObject({ kind: z.literal('lacking'), tier: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
  z.strictObject({ kind: z.literal('chosen'), unitIds: z.array(UnitId).min(1).max(500) }),
])
export type Audience = z.infer<typeof Audience>

/** A piece of evidence that a task wants (佐证材料). */
export const EvidenceRequirement = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  label: z.string().trim().min(1).max(100),
  kind: z.enum(['file', 'text']),
})
export type EvidenceRequirement = z.infer<typeof EvidenceRequirement>

/** Training that answers a task: holders of these posts pass this course, this share of them at least. */
export const TaskTraining = z.strictObject({
  courseId: TaskCourseId,
  posts: z.array(Post).min(1).max(7),
  /** Percent of those concerned, 1 to 100. */
  share: z.int().min(1).max(100),
})
export type TaskTraining = z.infer<typeof TaskTraining>

export const TaskState = z.enum(['draft', 'published', 'withdrawn'])
export type TaskState = z.infer<typeof TaskState>

/** What is asked of societies, bound to the clauses that ask for it (任务). */
export const Task = z.strictObject({
  id: TaskId,
  workPlanId: WorkPlanId,
  title: z.string().trim().min(2).max(200),
  kind: TaskKind,
  clauseIds: z.array(ClauseId).min(1).max(50),
  audience: Audience,
  dueOn: LocalDate,
  evidence: z.array(EvidenceRequirement).max(20),
  training: TaskTraining.nullable(),
  state: TaskState,
  rev: z.int(),
  publishedAt: Instant.nullable(),
})
export type Task = z.infer<typeof Task>

export type TaskRefusal =
  | 'task-due-in-past'
  | 'task-clause-not-in-plan'
  | 'task-evidence-doubled'
  | 'task-not-a-draft'
  | 'task-not-published'
  | 'task-reaches-nobody'
  | 'task-due-not-later'
  | 'task-reminds-nobody'
  | 'task-given-already'
  | 'task-course-unknown'

export interface DraftFacts {
  /** Clauses of the task's plan. */
  readonly planClauses: ReadonlySet<string>
  /** Whether the course that the task asks for is there to be learnt; true where it asks for none. */
  readonly courseStands: boolean
}

/**
 * Whether a task may stand as drafted: due today at the earliest, its clauses in its plan, its course published, each
 * evidence named once. A clause that is named twice is meant once.
 */
export function draftTask(task: Task, facts: DraftFacts, today: LocalDate): Decision<Task, TaskRefusal> {
  if (task.state !== 'draft') return refuse('task-not-a-draft')
  if (task.dueOn < today) return refuse('task-due-in-past', { date: task.dueOn })
  if (task.clauseIds.some((id) => !facts.planClauses.has(id))) return refuse('task-clause-not-in-plan')
  if (!facts.courseStands) return refuse('task-course-unknown')
  for (const part of ['label', 'key'] as const) {
    if (new Set(task.evidence.map((wanted) => wanted[part])).size < task.evidence.length)
      return refuse('task-evidence-doubled')
  }
  return allow({ ...task, clauseIds: [...new Set(task.clauseIds)] })
}

/** Puts a task off to a later day: for all of it, never for an earlier one. */
export function extendTask(task: Task, dueOn: LocalDate, today: LocalDate): Decision<Task, TaskRefusal> {
  if (task.state !== 'published') return refuse('task-not-published')
  if (dueOn < today) return refuse('task-due-in-past', { date: dueOn })
  if (dueOn <= task.dueOn) return refuse('task-due-not-later', { date: task.dueOn })
  return allow({ ...task, dueOn, rev: task.rev + 1 })
}

type AudienceUnit = Pick<Unit, 'id' | 'kind' | 'tier' | 'societyId' | 'category' | 'state'>

/** The societies that an audience reaches, as they stand now. Societies that have ended are never reached. */
export function reachOf<U extends AudienceUnit>(audience: Audience, units: readonly U[]): U[] {
  const standing = (unit: U): boolean => unit.state === 'active' || unit.state === 'suspended'
  const societies = units.filter((unit) => unit.kind === 'society' && standing(unit))
  switch (audience.kind) {
    case 'all':
      return societies
    case 'category':
      return societies.filter(({ category }) => category !== null && audience.categories.includes(category))
    case 'lacking': {
      const having = new Set(
        units.filter((unit) => unit.tier === audience.tier && standing(unit)).map((unit) => unit.societyId),
      )
      return societies.filter(({ id }) => !having.has(id))
    }
    case 'chosen': {
      const chosen = new Set<string>(audience.unitIds)
      return societies.filter(({ id }) => chosen.has(id))
    }
  }
}
