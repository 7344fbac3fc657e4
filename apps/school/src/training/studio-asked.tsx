import { letterOf, questionKindWords, type QuestionAsked, type QuestionBody } from '@dangjian/domain/training'
import { Stack, Text, TextInput } from '@dangjian/ui/kit'
import { useWord } from '@dangjian/door/word'
import { useStudioTexts } from './studio-texts.ts'
import classes from './studio.module.css'

interface AskedProps {
  readonly asked: QuestionAsked
  readonly number?: number
  readonly marks?: number
  /** What is right, for the trainer alone. */
  readonly body?: QuestionBody
}

/** A question as a learner sees it; with its body, what is right is marked. */
export function AskedView({ asked, number, marks, body }: AskedProps) {
  const t = useStudioTexts()
  const word = useWord()
  const right = new Set(body && 'options' in body ? [body.right].flat() : [])
  return (
    <section className={classes.asked}>
      <Text size="xs" c="dimmed" mb={4}>
        {word(questionKindWords, asked.kind)}
        {marks === undefined ? null : ` · ${t('preview.marks', { marks })}`}
      </Text>
      <p className={classes.stem}>
        {number === undefined ? null : `${number}. `}
        {asked.stem}
      </p>
      {'options' in asked
        ? asked.options.map(({ key, text }, place) => (
            <div key={key} className={classes.choice} data-right={right.has(key) || undefined}>
              <span className={classes.letter}>{letterOf(place)}</span>
              <span>{text}</span>
            </div>
          ))
        : null}
      {asked.kind === 'judgement'
        ? ([true, false] as const).map((value) => (
            <div key={String(value)} className={classes.choice} data-right={(body?.kind === 'judgement' && body.right === value) || undefined}>
              {value ? t('preview.yes') : t('preview.no')}
            </div>
          ))
        : null}
      {asked.kind === 'blank' || asked.kind === 'numerical' ? (
        <TextInput
          readOnly
          aria-label={t('preview.blankField')}
          placeholder={t('preview.blankField')}
          value={body?.kind === 'blank' ? body.accepted.join(' / ') : body?.kind === 'numerical' ? String(body.right) : ''}
        />
      ) : null}
      {asked.kind === 'matching' ? (
        <Stack gap="xs">
          {asked.premises.map(({ key, text }) => (
            <div key={key} className={classes.choice}>
              <span style={{ flex: 1 }}>{text}</span>
              <Text span c="dimmed">
                {body?.kind === 'matching' ? body.choices.find((choice) => choice.key === body.right[key])?.text : t('preview.match')}
              </Text>
            </div>
          ))}
        </Stack>
      ) : null}
    </section>
  )
}

/** What is asked of a question, in the order in which it was written. */
export function askedAsWritten(body: QuestionBody): QuestionAsked {
  const { stem } = body
  if (body.kind === 'single' || body.kind === 'multiple') return { kind: body.kind, stem, options: body.options }
  if (body.kind === 'matching') return { kind: 'matching', stem, premises: body.premises, choices: body.choices }
  return { kind: body.kind, stem }
}
