import type { RefObject } from 'react'
import {
  judgementWords,
  letterOf,
  questionKindWords,
  type QuestionAsked,
  type Response,
} from '@dangjian/domain/training'
import { Select, Stack, Text, TextInput } from '@dangjian/ui/kit'
import { useWord } from '@dangjian/door/word'
import { toggled } from './exam-keys.ts'
import { useLearningTexts } from './learning-texts.ts'
import classes from './exam.module.css'

interface QuestionProps {
  readonly asked: QuestionAsked
  readonly marks: number
  /** From 0. */
  readonly place: number
  readonly total: number
  readonly response: Response
  readonly locked: boolean
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly onAnswer: (response: Response) => void
}

/** One question with the way to answer it. */
export function ExamQuestion({ asked, marks, place, total, heading, ...rest }: QuestionProps) {
  const t = useLearningTexts()
  const word = useWord()
  return (
    <>
      <h2 ref={heading} tabIndex={-1} id="question" className={classes.heading}>
        {t('exam.question', { number: place + 1, total })}
        <Text span size="sm" c="dimmed" fw={400}>
          {' '}
          {word(questionKindWords, asked.kind)} · {t('exam.marks', { marks })}
        </Text>
      </h2>
      <p className={classes.stem} id="stem">
        {asked.stem}
      </p>
      <Field asked={asked} place={place} {...rest} />
    </>
  )
}

type FieldProps = Pick<QuestionProps, 'asked' | 'place' | 'response' | 'locked' | 'onAnswer'>

function Field({ asked, place, response, locked, onAnswer }: FieldProps) {
  const t = useLearningTexts()
  const word = useWord()
  switch (asked.kind) {
    case 'single':
    case 'multiple': {
      const chosen = response !== null && 'chosen' in response ? response.chosen : []
      const single = asked.kind === 'single'
      return (
        <fieldset className={classes.options} disabled={locked} aria-describedby="stem">
          <legend>{single ? t('exam.chooseOne') : t('exam.chooseMany')}</legend>
          {asked.options.map(({ key, text }, index) => (
            <Option
              key={key}
              type={single ? 'radio' : 'checkbox'}
              name={`q${place}`}
              letter={letterOf(index)}
              text={text}
              checked={chosen.includes(key)}
              onChange={() => onAnswer({ chosen: single ? [key] : toggled(chosen, key) })}
            />
          ))}
        </fieldset>
      )
    }
    case 'judgement': {
      const judged = response !== null && 'judged' in response ? response.judged : null
      return (
        <fieldset className={classes.options} disabled={locked} aria-describedby="stem">
          <legend>{t('exam.judge')}</legend>
          {[true, false].map((value) => (
            <Option
              key={String(value)}
              type="radio"
              name={`q${place}`}
              letter={value ? '1' : '2'}
              text={word(judgementWords, `${value}`)}
              checked={judged === value}
              onChange={() => onAnswer({ judged: value })}
            />
          ))}
        </fieldset>
      )
    }
    case 'blank':
    case 'numerical':
      return (
        <TextInput
          label={asked.kind === 'numerical' ? t('exam.writeNumber') : t('exam.write')}
          size="md"
          maxLength={2000}
          autoComplete="off"
          inputMode={asked.kind === 'numerical' ? 'decimal' : 'text'}
          disabled={locked}
          value={response !== null && 'written' in response ? response.written : ''}
          onChange={(event) => onAnswer({ written: event.currentTarget.value })}
        />
      )
    case 'matching': {
      const matched = response !== null && 'matched' in response ? response.matched : {}
      return (
        <fieldset className={classes.options} disabled={locked} aria-describedby="stem">
          <legend>{t('exam.match')}</legend>
          <Stack gap="sm">
            {asked.premises.map(({ key, text }) => (
              <Select
                key={key}
                label={text}
                placeholder={t('exam.matchNone')}
                data={asked.choices.map((choice) => ({ value: choice.key, label: choice.text }))}
                value={matched[key] ?? null}
                disabled={locked}
                clearable
                onChange={(choice) => {
                  const { [key]: _, ...others } = matched
                  onAnswer({ matched: choice ? { ...others, [key]: choice } : others })
                }}
              />
            ))}
          </Stack>
        </fieldset>
      )
    }
  }
}

function Option({
  letter,
  text,
  ...input
}: {
  type: 'radio' | 'checkbox'
  name: string
  letter: string
  text: string
  checked: boolean
  onChange: () => void
}) {
  return (
    <label className={classes.option} data-checked={input.checked || undefined}>
      <input {...input} />
      <span className={classes.letter} aria-hidden>
        {letter}
      </span>
      <span>{text}</span>
    </label>
  )
}
