import { Link, useNavigate } from '@tanstack/react-router'
import { societyCategoryWords } from '@dangjian/domain/organisation'
import { learningStandingWords } from '@dangjian/domain/panorama'
import { useWord } from '@dangjian/door/word'
import { ChartWithTable } from '@dangjian/ui/chart-with-table'
import { useTexts } from '../app/texts.ts'
import classes from './panorama.module.css'
import type { Panorama } from './panorama-data.ts'
import { sharedSearch, type PanoramaSearch } from './panorama-search.ts'

/** Training by category: what tasks ask of people, and the hours of the year. */
export function LearningCharts({ panorama, search }: { panorama: Panorama; search: PanoramaSearch }) {
  const t = useTexts('panorama')
  const word = useWord()
  const navigate = useNavigate()
  const { training } = panorama
  const sum = (of: (row: Panorama['training'][number]) => number): number =>
    training.reduce((all, row) => all + of(row), 0)
  const categories = training.map(({ category }) => word(societyCategoryWords, category))
  const searchAt = ({ category, series }: { category: number; series: number }) => ({
    ...sharedSearch(search),
    category: training[category]?.category,
    standing: (['passed', 'learning', 'notBegun'] as const)[series],
  })
  const hoursAt = ({ category }: { category: number }) => ({
    ...sharedSearch(search),
    category: training[category]?.category,
  })
  return (
    <div className={classes.pair}>
      <ChartWithTable
        order={2}
        kind="stacked"
        title={t('training.title')}
        summary={t('training.summary', {
          concerned: sum(({ concerned }) => concerned),
          passed: sum(({ passed }) => passed),
        })}
        categories={categories}
        categoryLabel={t('coverage.category')}
        unit={t('training.unit')}
        series={[
          {
            key: 'passed',
            label: word(learningStandingWords, 'passed'),
            tone: 'good',
            values: training.map(({ passed }) => passed),
          },
          {
            key: 'begun',
            label: word(learningStandingWords, 'learning'),
            tone: 'attention',
            values: training.map(({ begun, passed }) => begun - passed),
          },
          {
            key: 'notBegun',
            label: word(learningStandingWords, 'notBegun'),
            tone: 'neutral',
            values: training.map(({ concerned, begun }) => concerned - begun),
          },
        ]}
        renderFigure={(figure, at) =>
          figure > 0 ? (
            <Link to="/panorama/learners" search={searchAt(at)} className={classes.figure}>
              {figure}
            </Link>
          ) : (
            figure
          )
        }
        onPick={(at) => void navigate({ to: '/panorama/learners', search: searchAt(at) })}
      />
      <ChartWithTable
        order={2}
        kind="bar"
        lying
        title={t('training.hoursTitle')}
        summary={t('training.hoursSummary', { hours: sum(({ hours }) => hours) })}
        categories={categories}
        categoryLabel={t('coverage.category')}
        series={[{ key: 'hours', label: t('training.hours'), values: training.map(({ hours }) => hours) }]}
        renderFigure={(figure, at) =>
          figure > 0 ? (
            <Link to="/panorama/hours" search={hoursAt(at)} className={classes.figure}>
              {figure}
            </Link>
          ) : (
            figure
          )
        }
        onPick={(at) => void navigate({ to: '/panorama/hours', search: hoursAt(at) })}
      />
    </div>
  )
}
