import { letterOf, type QuestionDraft } from '@dangjian/domain/training'
import { IconPlus, IconTrash } from '@dangjian/ui/icons'
import { ActionIcon, Button, Checkbox, Group, Input, Radio, Stack, Text, Textarea, TextInput } from '@dangjian/ui/kit'
import type { FaultOf } from './bank-question-form.tsx'
import { newStudioId } from './studio-id.ts'
import { useStudioTexts } from './studio-texts.ts'

interface AnswerFieldsProps {
  readonly draft: QuestionDraft
  readonly faultOf: FaultOf
  readonly onChange: (next: Partial<QuestionDraft>) => void
}

/** The answers of a question, by its kind. */
export function AnswerFields(props: AnswerFieldsProps) {
  const t = useStudioTexts()
  const { draft, faultOf, onChange } = props
  switch (draft.kind) {
    case 'single':
    case 'multiple':
      return <OptionFields {...props} />
    case 'judgement':
      return (
        <Radio.Group
          id="question-right"
          label={t('question.judgement')}
          error={faultOf('right')}
          value={draft.right[0] ?? ''}
          onChange={(value) => onChange({ right: [value] })}
        >
          <Group mt={4}>
            <Radio value="true" label={t('question.yes')} />
            <Radio value="false" label={t('question.no')} />
          </Group>
        </Radio.Group>
      )
    case 'blank':
      return (
        <Textarea
          id="question-right"
          label={t('question.accepted')}
          description={t('question.acceptedHint')}
          autosize
          minRows={2}
          value={draft.right.join('\n')}
          error={faultOf('right')}
          onChange={(event) => onChange({ right: event.currentTarget.value.split('\n') })}
        />
      )
    case 'numerical':
      return (
        <Group grow align="flex-start">
          <TextInput
            id="question-right"
            label={t('question.figure')}
            inputMode="decimal"
            value={draft.right[0] ?? ''}
            error={faultOf('right')}
            onChange={(event) => onChange({ right: [event.currentTarget.value] })}
          />
          <TextInput
            id="question-tolerance"
            label={t('question.tolerance')}
            description={t('question.toleranceHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            inputMode="decimal"
            value={draft.tolerance}
            error={faultOf('tolerance')}
            onChange={(event) => onChange({ tolerance: event.currentTarget.value })}
          />
        </Group>
      )
    case 'matching':
      return <PairFields {...props} />
    default:
      return null
  }
}

/** A key that tells nothing of its place. */
function newKey(): string {
  return newStudioId<string>().slice(-10)
}

function OptionFields({ draft, faultOf, onChange }: AnswerFieldsProps) {
  const t = useStudioTexts()
  const multiple = draft.kind === 'multiple'
  const options =
    draft.options.length > 0
      ? draft.options
      : ['first0', 'second', 'third0', 'fourth'].map((key) => ({ key, text: '' }))
  const mark = (key: string, on: boolean) => {
    const rest = draft.right.filter((each) => each !== key && each !== '')
    onChange({ options, right: multiple ? (on ? [...rest, key] : rest) : [key] })
  }
  return (
    <Input.Wrapper
      label={t('question.options')}
      labelElement="div"
      description={t(multiple ? 'question.markSeveral' : 'question.markOne')}
      id="question-options"
      error={faultOf('options')}
    >
      <Stack gap="xs" mt={4}>
        {options.map(({ key, text }, place) => {
          const letter = letterOf(place)
          const marked = draft.right.includes(key)
          const Mark = multiple ? Checkbox : Radio
          return (
            <Group key={key} gap="xs" wrap="nowrap" align="flex-start">
              <Mark
                mt={8}
                {...(place === 0 ? { id: 'question-right' } : {})}
                aria-label={t('question.rightOption', { letter })}
                checked={marked}
                onChange={(event) => mark(key, event.currentTarget.checked)}
              />
              <TextInput
                id={`question-options-${place}`}
                aria-label={t('question.option', { letter })}
                leftSection={letter}
                style={{ flex: 1 }}
                value={text}
                error={faultOf('options', place)}
                onChange={(event) =>
                  onChange({ options: options.with(place, { key, text: event.currentTarget.value }) })
                }
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('question.removeOption', { letter })}
                disabled={options.length <= 2}
                onClick={() =>
                  onChange({ options: options.toSpliced(place, 1), right: draft.right.filter((each) => each !== key) })
                }
              >
                <IconTrash size={17} />
              </ActionIcon>
            </Group>
          )
        })}
        {faultOf('right') ? (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {faultOf('right')}
          </Text>
        ) : null}
        <div>
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={options.length >= 20}
            onClick={() => onChange({ options: [...options, { key: newKey(), text: '' }] })}
          >
            {t('question.addOption')}
          </Button>
        </div>
      </Stack>
    </Input.Wrapper>
  )
}

function PairFields({ draft, faultOf, onChange }: AnswerFieldsProps) {
  const t = useStudioTexts()
  const pairs = draft.pairs.length > 0 ? draft.pairs : [0, 1, 2].map(() => ({ premise: '', choice: '' }))
  return (
    <Input.Wrapper
      label={t('question.pairs')}
      labelElement="div"
      description={t('question.premiseHint')}
      id="question-pairs"
      error={faultOf('pairs')}
    >
      <Stack gap="xs" mt={4}>
        {pairs.map(({ premise, choice }, place) => (
          <Group key={place} gap="xs" wrap="nowrap" align="flex-start">
            <TextInput
              id={`question-pairs-${place}`}
              aria-label={t('question.premise', { n: place + 1 })}
              style={{ flex: 1 }}
              value={premise}
              error={faultOf('pairs', place)}
              onChange={(event) =>
                onChange({ pairs: pairs.with(place, { premise: event.currentTarget.value, choice }) })
              }
            />
            <TextInput
              aria-label={t('question.choice', { n: place + 1 })}
              style={{ flex: 1 }}
              value={choice}
              onChange={(event) =>
                onChange({ pairs: pairs.with(place, { premise, choice: event.currentTarget.value }) })
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('question.removePair', { n: place + 1 })}
              disabled={pairs.length <= 2}
              onClick={() => onChange({ pairs: pairs.toSpliced(place, 1) })}
            >
              <IconTrash size={17} />
            </ActionIcon>
          </Group>
        ))}
        <div>
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={pairs.length >= 20}
            onClick={() => onChange({ pairs: [...pairs, { premise: '', choice: '' }] })}
          >
            {t('question.addPair')}
          </Button>
        </div>
      </Stack>
    </Input.Wrapper>
  )
}
