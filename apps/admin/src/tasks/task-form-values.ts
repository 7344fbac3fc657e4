import type { UnitId } from '@dangjian/domain/access'
import type { Post, SocietyCategory } from '@dangjian/domain/organisation'
import type { Audience, ClauseId, EvidenceRequirement, Task, TaskKind } from '@dangjian/domain/tasks'

/** What stands in the form; `taskDraftOf` makes of it what is saved. */
export interface TaskFormValues {
  title: string
  kind: TaskKind
  clauseIds: ClauseId[]
  audience: Audience['kind']
  categories: SocietyCategory[]
  tier: '1' | '2' | '3'
  unitIds: UnitId[]
  dueOn: string | null
  evidence: EvidenceRequirement[]
  trained: boolean
  courseId: string | null
  posts: Post[]
  share: number | string
}

export type TaskDraft = Pick<Task, 'title' | 'kind' | 'clauseIds' | 'audience' | 'dueOn' | 'evidence' | 'training'>

export function emptyTask(clauseIds: ClauseId[], dueOn: string | null): TaskFormValues {
  return {
    title: '',
    kind: 'study',
    clauseIds,
    audience: 'all',
    categories: [],
    tier: '1',
    unitIds: [],
    dueOn,
    evidence: [],
    trained: false,
    courseId: null,
    posts: ['cadre'],
    share: 80,
  }
}

export function valuesOf(task: TaskDraft): TaskFormValues {
  const { audience, training } = task
  return {
    ...emptyTask([...task.clauseIds], task.dueOn),
    title: task.title,
    kind: task.kind,
    audience: audience.kind,
    ...(audience.kind === 'category' ? { categories: [...audience.categories] } : {}),
    ...(audience.kind === 'lacking' ? { tier: String(audience.tier) as '1' | '2' | '3' } : {}),
    ...(audience.kind === 'chosen' ? { unitIds: [...audience.unitIds] } : {}),
    evidence: [...task.evidence],
    ...(training
      ? { trained: true, courseId: training.courseId, posts: [...training.posts], share: training.share }
      : {}),
  }
}

/** Whom the form names; null while that is not said yet. */
export function audienceOf(values: TaskFormValues): Audience | null {
  switch (values.audience) {
    case 'all':
      return { kind: 'all' }
    case 'category':
      return values.categories.length > 0 ? { kind: 'category', categories: values.categories } : null
    case 'lacking':
      return { kind: 'lacking', tier: Number(values.tier) as 1 | 2 | 3 }
    case 'chosen':
      return values.unitIds.length > 0 ? { kind: 'chosen', unitIds: values.unitIds } : null
  }
}

export function trainingOf(values: TaskFormValues): Task['training'] {
  const { trained, courseId, posts, share } = values
  if (!trained || courseId === null || posts.length === 0 || !(Number(share) >= 1)) return null
  return { courseId: courseId as NonNullable<Task['training']>['courseId'], posts, share: Number(share) }
}

/** The draft that the form says; null while something is missing. */
export function taskDraftOf(values: TaskFormValues): TaskDraft | null {
  const audience = audienceOf(values)
  if (!audience || values.dueOn === null) return null
  return {
    title: values.title.trim(),
    kind: values.kind,
    clauseIds: values.clauseIds,
    audience,
    dueOn: values.dueOn,
    evidence: values.evidence.map((wanted) => ({ ...wanted, label: wanted.label.trim() })),
    training: trainingOf(values),
  }
}
