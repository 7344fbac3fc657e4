import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { clausesOf, TaskKind, taskKindWords, tasksRefusalWords, type TaskId } from '@dangjian/domain/tasks'
import { queryClient, useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { refusalOf, useRefusalWords, useWord } from '@dangjian/door/word'
import { DateField } from '@dangjian/ui/date-field'
import { useToday } from '@dangjian/ui/date-text'
import { FormErrors, troublesOf } from '@dangjian/ui/form-errors'
import { useForm } from '@dangjian/ui/form'
import { Alert, Anchor, Button, Group, MultiSelect, Select, Stack, TextInput } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { AudienceField } from './audience-field.tsx'
import { EvidenceField } from './evidence-field.tsx'
import { headingOf } from './outline-rows.ts'
import type { ShownPlan } from './plan-data.ts'
import { ReachLine } from './reach-line.tsx'
import { TaskConflict } from './task-conflict.tsx'
import { audienceOf, taskDraftOf, trainingOf, type TaskFormValues } from './task-form-values.ts'
import classes from './task-form.module.css'
import { TrainingField } from './training-field.tsx'
import { useTaskChecks } from './use-task-checks.ts'

/** The field that a refusal is about. */
const fieldOf: Readonly<Record<string, string | undefined>> = {
  'task-due-in-past': 'dueOn',
  'task-clause-not-in-plan': 'clauseIds',
  'task-course-unknown': 'courseId',
}

interface TaskFormProps {
  readonly plan: ShownPlan['plan']
  readonly initial: TaskFormValues
  /** The draft being changed; null for a new one. */
  readonly task: { readonly id: TaskId; readonly rev: number } | null
}

/** What a task asks, of whom, by when, and what counts as done; the words it answers stay in sight. */
export function TaskForm({ plan, initial, task }: TaskFormProps) {
  const t = useTexts('tasks')
  const { words } = useLanguage()
  const word = useWord()
  const api = useApi()
  const navigate = useNavigate()
  const today = useToday()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const form = useForm<TaskFormValues>({ initialValues: initial, validate: useTaskChecks() })
  const clauses = clausesOf(plan.outline)
  const isNew = task === null
  useEffect(() => {
    if (isNew) document.getElementById('title')?.focus()
  }, [isNew])
  const back = (clauseId: string | undefined) =>
    navigate({
      to: '/tasks/plans/$planId',
      params: { planId: plan.id },
      search: clauseId ? { at: clauseId as (typeof clauses)[number]['id'] } : {},
    })
  const outcome = {
    onSuccess: async () => {
      await queryClient.invalidateQueries(api.tasks.pathFilter())
      notify({ text: t('form.saved') })
      await back(form.values.clauseIds[0])
    },
    onError: (error: unknown) => {
      const field = fieldOf[refusalOf(error) ?? '']
      if (field) form.setFieldError(field, sayWhy(error))
    },
  }
  const create = useMutation(api.tasks.draftTask.mutationOptions(outcome))
  const change = useMutation(api.tasks.changeTask.mutationOptions(outcome))
  const save = (values: TaskFormValues, rev = task?.rev) => {
    const draft = taskDraftOf(values)
    if (!draft) return
    if (task && rev !== undefined) change.mutate({ taskId: task.id, rev, draft })
    else create.mutate({ workPlanId: plan.id, draft })
  }
  const error = create.error ?? change.error
  const edited = refusalOf(error) === 'edited-meanwhile'
  const besideField = fieldOf[refusalOf(error) ?? ''] !== undefined
  return (
    <div className={classes.sides}>
      <form onSubmit={form.onSubmit((values) => save(values))} noValidate>
        <Stack gap="md">
          <FormErrors troubles={troublesOf(form.errors)} />
          {error && !edited && !besideField ? (
            <Alert color="red" role="alert">
              {sayWhy(error)}
            </Alert>
          ) : null}
          {error && edited && task ? (
            <TaskConflict
              error={error}
              taskId={task.id}
              onKeep={(rev) => save(form.values, rev)}
              onTake={form.setValues}
            />
          ) : null}
          <TextInput
            id="title"
            label={t('form.name')}
            description={t('form.nameHint')}
            maxLength={200}
            {...form.getInputProps('title')}
          />
          <MultiSelect
            id="clauseIds"
            label={t('form.clauses')}
            description={t('form.clausesHint')}
            data={clauses.map(({ id, text, item }) => ({
              value: id,
              label: t('form.clause', { number: item.number, text }),
            }))}
            searchable
            hidePickedOptions
            maxDropdownHeight={320}
            nothingFoundMessage={t('form.clausesEmpty')}
            classNames={{ pill: classes.pill ?? '' }}
            {...form.getInputProps('clauseIds')}
          />
          <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
            <Select
              id="kind"
              label={t('form.kind')}
              allowDeselect={false}
              data={TaskKind.options.map((kind) => ({ value: kind, label: word(taskKindWords, kind) }))}
              {...form.getInputProps('kind')}
            />
            <DateField
              id="dueOn"
              label={t('form.due')}
              minDate={today}
              defaultDate={`${plan.year}-01-01` > today ? `${plan.year}-01-01` : today}
              {...form.getInputProps('dueOn')}
            />
          </Group>
          <AudienceField form={form} />
          <ReachLine audience={audienceOf(form.values)} training={trainingOf(form.values)} />
          <EvidenceField form={form} />
          <TrainingField form={form} />
          <Group gap="xs">
            <Button type="submit" loading={create.isPending || change.isPending}>
              {t('form.save')}
            </Button>
            <Button variant="default" onClick={() => void back(form.values.clauseIds[0])}>
              {words.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
      <aside className={classes.aside} aria-label={t('form.words')}>
        <h2 className={classes.asideTitle}>{t('form.words')}</h2>
        {form.values.clauseIds.length === 0 ? (
          <p className={classes.none}>
            {t('form.noWords')}{' '}
            <Anchor
              component="button"
              type="button"
              inherit
              onClick={() => document.getElementById('clauseIds')?.focus()}
            >
              {t('form.chooseClause')}
            </Anchor>
          </p>
        ) : null}
        {clauses
          .filter(({ id }) => form.values.clauseIds.includes(id))
          .map(({ id, text, item, section }) => (
            <figure key={id} className={classes.quote}>
              <blockquote>{text}</blockquote>
              <figcaption>
                {headingOf(section)} · {t('form.clause', { number: item.number, text: item.title })}
              </figcaption>
            </figure>
          ))}
      </aside>
    </div>
  )
}
