import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { outlineWarningWords, tasksRefusalWords, documentRefusalWords, type Outline } from '@dangjian/domain/tasks'
import { queryClient, useApi } from '@dangjian/door/api'
import { refusalOf, useRefusalWords, useWord } from '@dangjian/door/word'
import { useToday } from '@dangjian/ui/date-text'
import { useForm } from '@dangjian/ui/form'
import { Alert, Anchor, Button, Group, NumberInput, Stack, Text, TextInput } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { OutlineRead } from './outline-read.tsx'
import classes from './plan.module.css'
import { yearOf } from './plan-year.ts'

interface NewPlanOutlineProps {
  readonly text: string
  readonly name: string | null
  readonly outline: Outline
  readonly onOther: () => void
}

/** What was read from the document: its doubts first, then the outline; saved under a year and a title. */
export function NewPlanOutline({ text, name, outline, onOther }: NewPlanOutlineProps) {
  const t = useTexts('newPlan')
  const api = useApi()
  const navigate = useNavigate()
  const thisYear = Number(useToday().slice(0, 4))
  const sayWhy = useRefusalWords(tasksRefusalWords, documentRefusalWords)
  const form = useForm({
    initialValues: {
      year: (yearOf(outline.title, text) ?? thisYear) as number | string,
      title: outline.title.slice(0, 200),
    },
    validate: {
      year: (value) => (Number(value) >= 2000 && Number(value) <= 2100 ? null : t('yearMissing')),
      title: (value) => (value.trim() ? null : t('nameMissing')),
    },
  })
  const create = useMutation(
    api.tasks.createWorkPlan.mutationOptions({
      onSuccess: async ({ workPlanId }) => {
        await queryClient.invalidateQueries(api.tasks.listWorkPlans.pathFilter())
        notify({ text: t('saved') })
        await navigate({ to: '/tasks/plans/$planId', params: { planId: workPlanId } })
      },
      onError: (error) => {
        if (refusalOf(error) === 'plan-year-taken') form.setFieldError('year', sayWhy(error))
      },
    }),
  )
  const said = yearOf(form.values.title, '')
  const taken = refusalOf(create.error) === 'plan-year-taken'
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ year, title }) => create.mutate({ year: Number(year), title: title.trim(), text }))}
    >
      <Stack gap="lg" maw={760}>
        <Group gap="xs">
          <Text c="dimmed" size="sm">
            {name === null ? t('pasted') : t('from', { name })}
          </Text>
          <Button variant="default" size="compact-sm" onClick={onOther}>
            {t('other')}
          </Button>
        </Group>
        {create.error && !taken ? (
          <Alert color="red" role="alert">
            {sayWhy(create.error)}
          </Alert>
        ) : null}
        <Doubts outline={outline} />
        <Group align="flex-start" gap="md" wrap="wrap">
          <NumberInput
            label={t('year')}
            w={160}
            min={2000}
            max={2100}
            allowDecimal={false}
            description={said !== null && said !== Number(form.values.year) ? t('yearDiffers', { year: said }) : null}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('year')}
          />
          <TextInput label={t('name')} flex={1} miw={240} maxLength={200} {...form.getInputProps('title')} />
        </Group>
        <Group gap="md">
          <Button type="submit" loading={create.isPending}>
            {t('save')}
          </Button>
          {taken ? <TakenYear year={Number(form.values.year)} /> : null}
        </Group>
        <OutlineRead outline={outline} />
      </Stack>
    </form>
  )
}

/** The plan that the year has already: the way on when a year is taken. */
function TakenYear({ year }: { year: number }) {
  const t = useTexts('newPlan')
  const plans = useQuery(useApi().tasks.listWorkPlans.queryOptions({}))
  const plan = plans.data?.rows.find((row) => row.year === year)
  if (!plan) return null
  return (
    <Anchor renderRoot={(props) => <Link to="/tasks/plans/$planId" params={{ planId: plan.id }} {...props} />}>
      {t('open', { year })}
    </Anchor>
  )
}

function Doubts({ outline }: { outline: Outline }) {
  const t = useTexts('newPlan')
  const word = useWord()
  const items = outline.sections.flatMap((section) => section.items)
  const clauses = items.reduce((sum, item) => sum + item.clauses.length, 0)
  const { warnings } = outline
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div
      ref={place}
      tabIndex={-1}
      className={classes.told}
      data-doubtful={warnings.length > 0 || undefined}
      role="status"
    >
      <b>{t('found', { sections: outline.sections.length, items: items.length, clauses })}</b>
      {warnings.length === 0 ? (
        t('noDoubts')
      ) : (
        <>
          {t('doubts', { n: warnings.length })}
          <ul className={classes.doubtList}>
            {warnings.slice(0, 12).map(({ code, at }) => (
              <li key={`${code} ${at}`}>{word(outlineWarningWords, code)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
