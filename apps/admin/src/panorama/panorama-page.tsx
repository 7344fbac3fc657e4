import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { formatDate } from '@dangjian/ui/date-format'
import { useLanguage } from '@dangjian/door/language'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant } from '@dangjian/door/session'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { IconDeviceTv, IconPrinter } from '@dangjian/ui/icons'
import { Button } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useTexts } from '../app/texts.ts'
import { CoverageGrid } from './coverage-grid.tsx'
import { ItemColumns } from './item-columns.tsx'
import { ItemList } from './item-list.tsx'
import { LearningCharts } from './learning-charts.tsx'
import { usePanorama } from './panorama-data.ts'
import { PanoramaFilters } from './panorama-filters.tsx'
import { PanoramaSentence } from './panorama-sentence.tsx'
import classes from './panorama.module.css'
import { PanoramaWall } from './panorama-wall.tsx'
import { PartTable } from './part-table.tsx'
import { SocietyField } from './society-field.tsx'
import { WeekChart } from './week-chart.tsx'
import { WorkFigures } from './work-figures.tsx'

const route = getRouteApi('/inside/panorama')

/** The association, or one's own society, on one page (全景图). */
export function PanoramaPage() {
  const t = useTexts('panorama')
  const frame = useTexts('frame')
  const { language } = useLanguage()
  const search = route.useSearch()
  const navigate = useNavigate()
  const unitName = useActingGrant()?.unitName ?? ''
  const shown = usePanorama(search)
  // The choices of the filter stay whole whatever the filter leaves.
  const whole = usePanorama({ year: search.year })
  const panorama = shown.data
  const turnWall = (on: boolean) =>
    void navigate({ to: '/panorama', search: { ...search, wall: on || undefined }, replace: true })
  if (panorama && search.wall) {
    return <PanoramaWall panorama={panorama} search={search} unitName={unitName} onLeave={() => turnWall(false)} />
  }
  return (
    <>
      <PageHeading
        title={t('title')}
        suffix={frame('product')}
        note={panorama ? t('note', { unit: unitName, date: formatDate(panorama.today, language) }) : null}
        others={
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
        act={
          <Button leftSection={<IconDeviceTv size={18} aria-hidden />} onClick={() => turnWall(true)}>
            {t('wall')}
          </Button>
        }
      />
      {shown.isPending ? <LoadingFace shape="page" /> : null}
      {shown.error ? <TroubleFace error={shown.error} onRetry={() => void shown.refetch()} /> : null}
      {panorama ? (
        <div className={classes.page} aria-busy={shown.isPlaceholderData}>
          <PanoramaFilters search={search} panorama={panorama} sections={whole.data?.sections ?? panorama.sections} />
          <PanoramaSentence panorama={panorama} search={search} />
          {panorama.plan ? (
            <>
              <WorkFigures panorama={panorama} search={search} />
              <ItemColumns panorama={panorama} search={search} />
            </>
          ) : (
            <EmptyFace title={t('none')}>{t('noneLead')}</EmptyFace>
          )}
          <div className={classes.pair}>
            <CoverageGrid panorama={panorama} search={search} />
            <SocietyField panorama={panorama} />
          </div>
          {panorama.training.some(({ concerned, hours }) => concerned > 0 || hours > 0) ? (
            <LearningCharts panorama={panorama} search={search} />
          ) : null}
          {panorama.plan ? (
            <>
              <WeekChart panorama={panorama} />
              {panorama.parts.some(({ total }) => total > 0) ? <PartTable panorama={panorama} search={search} /> : null}
              <ItemList panorama={panorama} />
            </>
          ) : null}
        </div>
      ) : null}
    </>
  )
}
