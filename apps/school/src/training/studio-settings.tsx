import { tellsAnswersEarly, type Lesson, type MediaLesson, type QuizLesson } from '@dangjian/domain/training'
import { Alert, NumberInput, Stack, Switch, Title } from '@dangjian/ui/kit'
import type { EditorProps } from './studio-editor.tsx'
import { useStudioTexts } from './studio-texts.ts'

/** What completing a lesson takes. */
export function LessonSettings({ value, editable, onChange }: EditorProps<Lesson>) {
  const t = useStudioTexts()
  return (
    <Stack gap="md">
      <Switch
        label={t('course.required')}
        description={t('course.requiredHint')}
        disabled={!editable}
        checked={value.required}
        onChange={(event) => onChange({ ...value, required: event.currentTarget.checked })}
      />
      {'neededShare' in value ? <NeededShare value={value} editable={editable} onChange={onChange} /> : null}
      {value.kind === 'quiz' ? <QuizRules value={value} editable={editable} onChange={onChange} /> : null}
    </Stack>
  )
}

function NeededShare({ value, editable, onChange }: EditorProps<MediaLesson>) {
  const t = useStudioTexts()
  return (
    <NumberInput
      label={t(value.kind === 'audio' ? 'lesson.neededShareHeard' : 'lesson.neededShare')}
      description={t('lesson.neededShareHint')}
      min={1}
      max={100}
      allowDecimal={false}
      readOnly={!editable}
      value={value.neededShare}
      onChange={(share) => onChange({ ...value, neededShare: within(share, 1, 100) ?? value.neededShare })}
    />
  )
}

function QuizRules({ value, editable, onChange }: EditorProps<QuizLesson>) {
  const t = useStudioTexts()
  const { quiz } = value
  const set = (next: Partial<typeof quiz>) => onChange({ ...value, quiz: { ...quiz, ...next } })
  return (
    <>
      <Title order={2} size="h5">
        {t('quiz.rules')}
      </Title>
      <NumberInput
        label={t('quiz.passShare')}
        description={t('quiz.passShareHint')}
        min={1}
        max={100}
        allowDecimal={false}
        readOnly={!editable}
        value={quiz.passShare}
        onChange={(share) => set({ passShare: within(share, 1, 100) ?? quiz.passShare })}
      />
      <NumberInput
        label={t('quiz.minutes')}
        placeholder={t('quiz.noLimit')}
        min={1}
        max={600}
        allowDecimal={false}
        readOnly={!editable}
        value={quiz.minutes ?? ''}
        onChange={(minutes) => set({ minutes: within(minutes, 1, 600) })}
      />
      <NumberInput
        label={t('quiz.attempts')}
        placeholder={t('quiz.noLimit')}
        min={1}
        max={100}
        allowDecimal={false}
        readOnly={!editable}
        value={quiz.attempts ?? ''}
        onChange={(attempts) => set({ attempts: within(attempts, 1, 100) })}
      />
      <Switch
        label={t('quiz.shuffled')}
        disabled={!editable}
        checked={quiz.shuffled}
        onChange={(event) => set({ shuffled: event.currentTarget.checked })}
      />
      <Switch
        label={t('quiz.explained')}
        disabled={!editable}
        checked={quiz.explained}
        onChange={(event) => set({ explained: event.currentTarget.checked })}
      />
      {tellsAnswersEarly(quiz) ? (
        <Alert color="yellow" role="status">
          {t('quiz.toldEarly')}
        </Alert>
      ) : null}
    </>
  )
}

/** A whole number within its limits; null where nothing usable was typed. */
function within(value: string | number, least: number, most: number): number | null {
  const figure = Math.round(Number(value))
  return value === '' || !Number.isFinite(figure) || figure < least ? null : Math.min(most, figure)
}
