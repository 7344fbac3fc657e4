import { Link, useNavigate } from '@tanstack/react-router'
import { shareOf } from '@dangjian/domain/panorama'
import { assignmentStateWords } from '@dangjian/domain/tasks'
import { useWord } from '@dangjian/door/word'
import { ChartWithTable } from '@dangjian/ui/chart-with-table'
import { useTexts } from '../app/texts.ts'
import classes from './panorama.module.css'
import type { Panorama } from './panorama-data.ts'
import { sharedSearch, type PanoramaSearch } from './panorama-search.ts'
import { workStates } from './work-segments.ts'

/** The items of the work points as columns of states; a part of a column opens the assignments it counts. */
export function ItemColumns({
  panorama,
  search,
  height,
}: {
  panorama: Panorama
  search: PanoramaSearch
  height?: number
}) {
  const t = useTexts('panorama')
  const word = useWord()
  const navigate = useNavigate()
  const items = panorama.sections.flatMap((section) => section.items)
  const unanswered = items.flatMap(({ clauses }) => clauses).filter(({ answered }) => !answered).length
  const asked = items.filter(({ work }) => work.total > 0)
  // The least of one says nothing.
  const least =
    asked.length > 1
      ? asked.toSorted((a, b) => shareOf(a.work.closed, a.work.total) - shareOf(b.work.closed, b.work.total))[0]
      : undefined
  const searchAt = ({ category, series }: { category: number; series: number }) => ({
    ...sharedSearch(search),
    section: undefined,
    item: items[category]?.index,
    state: workStates[series]?.[0],
    from: sharedSearch(search),
  })
  return (
    <ChartWithTable
      order={2}
      kind="stacked"
      title={t('items.title')}
      summary={
        least
          ? t('items.summary', { items: items.length, unanswered, least: least.number })
          : t('items.summaryNone', { items: items.length, unanswered })
      }
      {...(height ? { height } : {})}
      categories={items.map(
        ({ number, title }) => `${number}. ${title.length > 12 ? `${title.slice(0, 11)}…` : title}`,
      )}
      categoryLabel={t('items.column')}
      series={workStates.map(([state, tone]) => ({
        key: state,
        label: word(assignmentStateWords, state),
        tone,
        values: items.map(({ work }) => work[state]),
      }))}
      renderFigure={(figure, at) =>
        figure > 0 ? (
          <Link to="/panorama/work" search={searchAt(at)} className={classes.figure}>
            {figure}
          </Link>
        ) : (
          figure
        )
      }
      onPick={(at) => void navigate({ to: '/panorama/work', search: searchAt(at) })}
    />
  )
}
