import { useState } from 'react'
import { Group, NumberInput, Stack, Textarea, TextInput } from '@dangjian/ui/kit'
import type { DraftFields } from './studio-draft.ts'
import type { EditorProps } from './studio-editor.tsx'
import { useStudioTexts } from './studio-texts.ts'

/** What a course says about itself. */
export function CourseForm({ value, editable, onChange }: EditorProps<DraftFields>) {
  const t = useStudioTexts()
  const [rounded, setRounded] = useState(false)
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
          description={rounded ? t('course.hoursRounded', { hours: value.hours }) : t('course.hoursHint')}
          min={0}
          max={1000}
          step={0.25}
          decimalScale={2}
          readOnly={!editable}
          value={value.hours}
          onChange={(typed) => {
            const hours = Math.min(1000, Math.max(0, Math.round(Number(typed) * 4) / 4 || 0))
            setRounded(typed !== '' && Number(typed) !== hours)
            onChange({ ...value, hours })
          }}
        />
      </Group>
    </Stack>
  )
}
