import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Post, postWords } from '@dangjian/domain/organisation'
import { useApi } from '@dangjian/door/api'
import { useActingGrant } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import type { UseFormReturnType } from '@dangjian/ui/form'
import { useDebouncedValue } from '@dangjian/ui/hooks'
import { Fieldset, MultiSelect, NumberInput, Select, Stack, Switch } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import type { TaskFormValues } from './task-form-values.ts'

/** Whether a course answers the task: which one, for the holders of which posts, and how many of them have to pass. */
export function TrainingField({ form }: { form: UseFormReturnType<TaskFormValues> }) {
  const t = useTexts('tasks')
  const word = useWord()
  const { trained } = form.values
  return (
    <Fieldset legend={t('form.trainingLegend')}>
      <Stack gap="sm">
        <Switch
          label={t('form.training')}
          description={t('form.trainingHint')}
          {...form.getInputProps('trained', { type: 'checkbox' })}
        />
        {trained ? (
          <>
            <CourseField value={form.values.courseId} {...form.getInputProps('courseId')} />
            <MultiSelect
              id="posts"
              label={t('form.posts')}
              data={Post.options.map((post) => ({ value: post, label: word(postWords, post) }))}
              {...form.getInputProps('posts')}
            />
            <NumberInput
              id="share"
              label={t('form.share')}
              suffix=" %"
              min={1}
              max={100}
              allowDecimal={false}
              w={160}
              {...form.getInputProps('share')}
            />
          </>
        ) : null}
      </Stack>
    </Fieldset>
  )
}

interface CourseFieldProps {
  readonly value: string | null
  readonly onChange?: (value: string | null) => void
  readonly error?: React.ReactNode
}

function CourseField(props: CourseFieldProps) {
  const t = useTexts('tasks')
  const unitId = useActingGrant()?.unitId
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 200)
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null)
  const courses = useQuery({
    ...useApi().training.listCourses.queryOptions({
      unitId: unitId!,
      state: 'published',
      // What the field shows of the course chosen is no question.
      search: search && search !== chosen?.label ? search.slice(0, 100) : undefined,
    }),
    enabled: unitId !== undefined,
    placeholderData: (before) => before,
  })
  const found = (courses.data?.rows ?? []).map(({ id, title, publishedTitle }) => ({
    value: id as string,
    label: publishedTitle ?? title,
  }))
  const data = chosen && !found.some(({ value }) => value === chosen.value) ? [chosen, ...found] : found
  return (
    <Select
      {...props}
      id="courseId"
      label={t('form.course')}
      placeholder={t('form.coursePick')}
      data={data}
      searchable
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('form.courseNone')}
      onChange={(value) => {
        setChosen(data.find((each) => each.value === value) ?? null)
        props.onChange?.(value)
      }}
    />
  )
}
