import { markingRuleWords, questionKindWords, responseWords } from '@dangjian/domain/training'
import { Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useLanguage } from '@dangjian/door/language'
import { useWord } from '@dangjian/door/word'
import { useLearningTexts } from './learning-texts.ts'
import type { ResultShown } from './result-page.tsx'
import classes from './learning.module.css'

type Question = NonNullable<ResultShown['questions']>[number]

/** A question after the close: what was answered, what is right, and why. */
export function ResultQuestion({ question, place }: { question: Question; place: number }) {
  const t = useLearningTexts()
  const word = useWord()
  const { language } = useLanguage()
  const { asked, response, right, marks, outOf, rule, explanation } = question
  const full = marks >= outOf
  return (
    <div className={classes.explained}>
      <Text size="sm" c="dimmed" component="div" className={classes.rowNote}>
        <span>
          {place + 1} · {word(questionKindWords, asked.kind)}
        </span>
        <StateBadge plain tone={full ? 'good' : marks > 0 ? 'attention' : 'bad'}>
          {full
            ? t('result.full')
            : marks > 0
              ? t('result.part', { marks: Math.round(marks * 100) / 100, outOf })
              : t(response === null ? 'result.unanswered' : 'result.zero')}
        </StateBadge>
      </Text>
      <Text my={4} style={{ whiteSpace: 'pre-wrap' }}>
        {asked.stem}
      </Text>
      <dl className={classes.facts}>
        <dt>{t('result.yours')}</dt>
        <dd>{responseWords(asked, response, language) || t('result.none')}</dd>
        {full ? null : (
          <>
            <dt>{t('result.right')}</dt>
            <dd>{responseWords(asked, right, language)}</dd>
          </>
        )}
        {explanation ? (
          <>
            <dt>{t('result.explanation')}</dt>
            <dd>{explanation}</dd>
          </>
        ) : null}
      </dl>
      {marks > 0 && !full ? (
        <Text size="sm" c="dimmed">
          {word(markingRuleWords, rule)}
        </Text>
      ) : null}
    </div>
  )
}
