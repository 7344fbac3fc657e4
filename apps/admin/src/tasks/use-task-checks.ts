import { useTexts } from '../app/texts.ts'
import type { TaskFormValues } from './task-form-values.ts'

/** What has to be said before a task can be saved: each in words that say what to enter. */
export function useTaskChecks() {
  const t = useTexts('tasks')
  const when = (missing: boolean, words: string): string | null => (missing ? words : null)
  return {
    title: (value: string) => when(value.trim().length < 2, t('form.missing.title')),
    clauseIds: (value: unknown[]) => when(value.length === 0, t('form.missing.clauses')),
    dueOn: (value: string | null) => when(!value, t('form.missing.due')),
    categories: (value: unknown[], all: TaskFormValues) =>
      when(all.audience === 'category' && value.length === 0, t('form.missing.categories')),
    unitIds: (value: unknown[], all: TaskFormValues) =>
      when(all.audience === 'chosen' && value.length === 0, t('form.missing.societies')),
    evidence: { label: (value: string) => when(value.trim() === '', t('form.missing.label')) },
    courseId: (value: string | null, all: TaskFormValues) => when(all.trained && !value, t('form.missing.course')),
    posts: (value: unknown[], all: TaskFormValues) => when(all.trained && value.length === 0, t('form.missing.posts')),
    share: (value: number | string, all: TaskFormValues) =>
      when(all.trained && !(Number(value) >= 1 && Number(value) <= 100), t('form.missing.share')),
  }
}
