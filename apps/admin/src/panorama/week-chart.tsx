import { formatDate } from '@dangjian/ui/date-format'
import { useLanguage } from '@dangjian/door/language'
import { ChartWithTable } from '@dangjian/ui/chart-with-table'
import { useTexts } from '../app/texts.ts'
import type { Panorama } from './panorama-data.ts'

/** What was due and what was closed, both counted up week by week. */
export function WeekChart({ panorama, height }: { panorama: Panorama; height?: number }) {
  const t = useTexts('panorama')
  const { language } = useLanguage()
  const { weeks, today } = panorama
  const now = weeks.findLast(({ weekOn }) => weekOn <= today)
  return (
    <ChartWithTable
      order={2}
      kind="line"
      title={t('weeks.title')}
      summary={
        now
          ? t('weeks.summary', { date: formatDate(now.weekOn, language), due: now.due, done: now.done })
          : t('weeks.summaryNone')
      }
      {...(height ? { height } : {})}
      categories={weeks.map(({ weekOn }) => formatDate(weekOn, language, today))}
      categoryLabel={t('weeks.week')}
      unit={t('weeks.unit')}
      series={[
        { key: 'due', label: t('weeks.due'), tone: 'neutral', values: weeks.map(({ due }) => due) },
        // What is not yet past cannot be done yet: the line ends today.
        {
          key: 'done',
          label: t('weeks.done'),
          tone: 'good',
          values: weeks.map(({ weekOn, done }) => (weekOn <= today ? done : null)),
        },
      ]}
    />
  )
}
