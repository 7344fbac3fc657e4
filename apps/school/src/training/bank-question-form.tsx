import { useMemo, useState } from 'react'
import {
  difficultyWords,
  questionFaults,
  questionFaultWords,
  QuestionKind,
  questionKindWords,
  type QuestionDraft,
  type QuestionField,
} from '@dangjian/domain/training'
import { FormErrors } from '@dangjian/ui/form-errors'
import { Alert, Autocomplete, Button, Group, Select, Stack, Text, Textarea } from '@dangjian/ui/kit'
import { useWord } from '@dangjian/door/word'
import { AnswerFields } from './bank-question-answers.tsx'
import { useStudioTexts } from './studio-texts.ts'

export interface QuestionFormProps {
  readonly initial: QuestionDraft
  readonly categories: readonly string[]
  readonly busy: boolean
  readonly trouble: string | null
  readonly note?: string
  readonly acts: readonly {
    readonly label: string
    readonly primary: boolean
    readonly run: (draft: QuestionDraft) => void
  }[]
}

/** What is wrong beside a field, and in a list beside its place. */
export type FaultOf = (field: QuestionField, place?: number) => string | null

/** Writes a question of any kind; what the domain finds wrong stands beside its field once saving was tried. */
export function QuestionForm({ initial, categories, busy, trouble, note, acts }: QuestionFormProps) {
  const t = useStudioTexts()
  const word = useWord()
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const faults = useMemo(() => (tried ? questionFaults(draft) : []), [draft, tried])
  const faultOf: FaultOf = (field, place) => {
    const found = faults.find((each) => each.field === field && each.place === place)
    return found ? word(questionFaultWords, found.fault, found.detail) : null
  }
  const set = (next: Partial<QuestionDraft>) => setDraft({ ...draft, ...next })
  const run = (act: (draft: QuestionDraft) => void) => {
    setTried(true)
    if (questionFaults(draft).length === 0) act(draft)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const primary = acts.find(({ primary: is }) => is)
        if (primary) run(primary.run)
      }}
    >
      <Stack gap="md">
        {trouble ? (
          <Alert color="red" role="alert">
            {trouble}
          </Alert>
        ) : null}
        <FormErrors
          troubles={faults.map(({ fault, field, place, detail }) => ({
            field: `question-${field}${place === undefined ? '' : `-${place}`}`,
            message: word(questionFaultWords, fault, detail),
          }))}
        />
        <Select
          id="question-kind"
          label={t('question.kind')}
          allowDeselect={false}
          data={QuestionKind.options.map((value) => ({ value, label: word(questionKindWords, value) }))}
          value={draft.kind}
          error={faultOf('kind')}
          onChange={(kind) => set({ kind: kind ?? '', right: [] })}
        />
        <Textarea
          id="question-stem"
          label={t('question.stem')}
          {...(draft.kind === 'blank' ? { description: t('question.stemHint') } : {})}
          autosize
          minRows={2}
          value={draft.stem}
          error={faultOf('stem')}
          onChange={(event) => set({ stem: event.currentTarget.value })}
        />
        <AnswerFields draft={draft} faultOf={faultOf} onChange={set} />
        <Textarea
          id="question-explanation"
          label={t('question.explanation')}
          autosize
          minRows={2}
          value={draft.explanation}
          error={faultOf('explanation')}
          onChange={(event) => set({ explanation: event.currentTarget.value })}
        />
        <Group grow align="flex-start">
          <Autocomplete
            id="question-category"
            label={t('question.category')}
            data={[...categories]}
            value={draft.category}
            error={faultOf('category')}
            onChange={(category) => set({ category })}
          />
          <Select
            id="question-difficulty"
            label={t('question.difficulty')}
            allowDeselect={false}
            data={(['1', '2', '3', '4', '5'] as const).map((value) => ({ value, label: word(difficultyWords, value) }))}
            value={draft.difficulty || '3'}
            error={faultOf('difficulty')}
            onChange={(difficulty) => set({ difficulty: difficulty ?? '' })}
          />
        </Group>
        {note ? (
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        ) : null}
        <Group justify="flex-end" gap="xs">
          {acts.map(({ label, primary, run: act }) => (
            <Button
              key={label}
              type={primary ? 'submit' : 'button'}
              variant={primary ? 'filled' : 'default'}
              loading={busy}
              {...(primary ? {} : { onClick: () => run(act) })}
            >
              {label}
            </Button>
          ))}
        </Group>
      </Stack>
    </form>
  )
}
