import { sentenceOf, shareOf, type PanoramaSentence as Sentence } from '@dangjian/domain/panorama'
import { useLanguage } from '@dangjian/door/language'
import { useTexts } from '../app/texts.ts'
import classes from './panorama.module.css'
import type { Panorama } from './panorama-data.ts'
import type { PanoramaSearch } from './panorama-search.ts'

/** What the whole page shows, in words that a leader could read aloud. */
export function PanoramaSentence({ panorama, search }: { panorama: Panorama; search: PanoramaSearch }) {
  const t = useTexts('panorama')
  return (
    <section aria-label={t('sentence')} className={classes.sentence}>
      {usePanoramaSentences(panorama, search).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}

export function usePanoramaSentences(
  { plan, work, sections, societies, coverage, training }: Panorama,
  { section, item }: PanoramaSearch,
): string[] {
  const { language } = useLanguage()
  const say = (sentence: Sentence, figures: Record<string, number>) => sentenceOf(sentence, figures, language)
  const sum = <T,>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((all, row) => all + of(row), 0)
  const covered = (tier: number): number => sum(coverage, (cell) => (cell.tier === tier ? cell.covered : 0))
  const items = sections.flatMap((section) => section.items)
  const learning = {
    concerned: sum(training, ({ concerned }) => concerned),
    passed: sum(training, ({ passed }) => passed),
    hours: sum(training, ({ hours }) => hours),
  }
  return [
    plan
      ? say(section === undefined && item === undefined ? 'plan' : 'planPart', {
          year: plan.year,
          items: items.length,
          clauses: sum(items, ({ clauses }) => clauses.length),
          tasks: plan.tasks,
          societies: societies.filter(({ standing }) => standing !== 'nothing').length,
          total: work.total,
          closed: work.closed,
          share: shareOf(work.closed, work.total),
          overdue: work.overdue,
        })
      : say('noPlan', {}),
    say('organisation', {
      societies: societies.length,
      tier1: covered(1),
      tier2: covered(2),
      tier3: covered(3),
    }),
    say(learning.concerned > 0 ? 'training' : 'noTraining', learning),
  ]
}
