import { outlineWarningWords, type PlanDoubt } from '@dangjian/domain/tasks'
import { useWord } from '@dangjian/door/word'
import { IconAlertTriangle } from '@dangjian/ui/icons'
import { Button, Group, Kbd, Text } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import classes from './plan.module.css'

interface PlanDoubtsProps {
  readonly doubts: readonly PlanDoubt[]
  readonly at: number
  readonly onNext: () => void
  /** Somebody looked at the doubt shown and found nothing to mend. */
  readonly onFine: () => void
}

/** The parser's doubts, one after the other: each leads to its place; a mended one goes by itself. */
export function PlanDoubts({ doubts, at, onNext, onFine }: PlanDoubtsProps) {
  const t = useTexts('plans')
  const word = useWord()
  const doubt = doubts[at] ?? doubts[0]
  if (!doubt) return null
  return (
    <section className={classes.doubts} aria-label={t('doubt.label')}>
      <Group gap="xs" wrap="nowrap" align="flex-start" className={classes.doubtWords ?? ''}>
        <IconAlertTriangle size={18} aria-hidden />
        <Text size="sm" role="status">
          <b className="tabular">{t('doubt.title', { at: doubts.indexOf(doubt) + 1, n: doubts.length })}</b>{' '}
          {word(outlineWarningWords, doubt.code)}
        </Text>
      </Group>
      <Group gap="xs" wrap="nowrap">
        <Button size="compact-sm" variant="default" onClick={onNext} rightSection={<Kbd size="xs">F8</Kbd>}>
          {t('doubt.next')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onFine}>
          {t('doubt.fine')}
        </Button>
      </Group>
    </section>
  )
}
