import { useState } from 'react'
import { Group, NumberInput, Stack, Textarea, TextInput } from '@dangjian/ui/kit'
import type { DraftFields } from './studio-draft.ts'
import type { EditorProps } from './studio-editor.tsx'
import { useStudioTexts } from './studio-texts.ts'

/** What a course says about itself. */
export function CourseForm({ value, editable, onChange }: EditorProps<DraftFields>) {
  const t = useStudioTexts()
  /** What was typed and is no number of quarters: it stays in the field and is not taken. */
  const [wrong, setWrong] = useState<string | number | null>(null)
  return (
    <Stack gap="md">
      <TextInput
        label={t('course.titleLabel')}
        size="md"
        value={value.title}
        maxLength={200}
        readOnly={!editable}
        error={value.title.trim().length < 2 ? t('courses.nameShort') : null}
        onChange={(event) => onChange({ ...value, title: event.currentTarget.value })}
      />
      <Textarea
        label={t('course.summary')}
        description={t('course.summaryHint')}
        autosize
        minRows={2}
        maxLength={2000}
        readOnly={!editable}
        value={value.summary}
        onChange={(event) => onChange({ ...value, summary: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <TextInput
          label={t('course.audience')}
          description={t('course.audienceHint')}
          maxLength={200}
          readOnly={!editable}
          value={value.audience}
          onChange={(event) => onChange({ ...value, audience: event.currentTarget.value })}
        />
        <NumberInput
          label={t('course.hoursLabel')}
          description={t('course.hoursHint')}
          error={wrong === null ? null : t('course.hoursWrong', { hours: value.hours })}
          min={0}
          max={1000}
          step={0.25}
          decimalScale={2}
          readOnly={!editable}
          value={wrong ?? value.hours}
          onChange={(typed) => {
            const hours = Number(typed)
            const fits = typed !== '' && Number.isInteger(hours * 4) && hours >= 0 && hours <= 1000
            setWrong(fits ? null : typed)
            if (fits && hours !== value.hours) onChange({ ...value, hours })
          }}
        />
      </Group>
    </Stack>
  )
}
