import { electionStepWords } from '@dangjian/domain/organisation'
import { DateText } from '@dangjian/ui/date-text'
import { Button, Group } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import type { TimelineEntry } from '@dangjian/ui/timeline'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { DocumentLink } from './document-link.tsx'
import type { TakenStep } from './organisation-data.ts'

/** A step that was taken, as an entry of the course: its day, who entered it, its paper, and what became of it. */
export function useTakenEntry(): (step: TakenStep, onWithdraw?: () => void) => TimelineEntry {
  const t = useTexts('electionCourse')
  const word = useWord()
  return (step, onWithdraw) => {
    const withdrawn = step.withdrawnAt !== null
    const rejected = step.step === 'reject'
    const tone = withdrawn ? 'closed' : rejected ? 'bad' : 'good'
    const title = word(electionStepWords, step.step)
    return {
      key: step.id,
      tone,
      title: (
        <Group gap="xs">
          <span style={withdrawn ? { textDecoration: 'line-through' } : undefined}>{title}</span>
          <StateBadge tone={tone}>{t(withdrawn ? 'withdrawn' : rejected ? 'rejected' : 'done')}</StateBadge>
          {onWithdraw ? (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-label={t('withdraw.label', { step: title })}
              onClick={onWithdraw}
            >
              {t('withdraw.act')}
            </Button>
          ) : null}
        </Group>
      ),
      note: (
        <>
          <DateText date={step.happenedOn} settled />
          {step.recordedByName ? ` · ${t('by', { name: step.recordedByName })}` : ''}
        </>
      ),
      body: (
        <>
          {step.count ? <div>{t('count', step.count)}</div> : null}
          {step.note ? <div>{rejected ? t('reason', { reason: step.note }) : step.note}</div> : null}
          {withdrawn ? (
            <div>{t('why', { name: step.withdrawnByName ?? '', reason: step.withdrawnReason ?? '' })}</div>
          ) : null}
          <DocumentLink document={step.document} />
        </>
      ),
    }
  }
}
