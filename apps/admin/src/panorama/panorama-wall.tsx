import { useEffect, useState } from 'react'
import { useHotkeys } from '@dangjian/ui/hooks'
import { IconChevronLeft, IconChevronRight, IconPlayerPause, IconPlayerPlay, IconX } from '@dangjian/ui/icons'
import { ActionIcon, Group } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import { CoverageGrid } from './coverage-grid.tsx'
import { ItemColumns } from './item-columns.tsx'
import type { Panorama } from './panorama-data.ts'
import type { PanoramaSearch } from './panorama-search.ts'
import { usePanoramaSentences } from './panorama-sentence.tsx'
import classes from './panorama.module.css'
import { SocietyField } from './society-field.tsx'
import { useFilterNames } from './use-filter-names.ts'
import { WeekChart } from './week-chart.tsx'
import { WorkFigures } from './work-figures.tsx'

/** How long a page of the wall stands. */
const TURN_MS = 20_000
const PAGES = 4

interface PanoramaWallProps {
  readonly panorama: Panorama
  readonly search: PanoramaSearch
  readonly unitName: string
  readonly onLeave: () => void
}

/** Large type, one thing a page, turning by itself: for a screen on a wall. Keys turn, pause and leave. */
export function PanoramaWall({ panorama, search, unitName, onLeave }: PanoramaWallProps) {
  const t = useTexts('panorama')
  const [page, setPage] = useState(0)
  const [turning, setTurning] = useState(true)
  const sentences = usePanoramaSentences(panorama, search)
  const filters = useFilterNames(search)
  const turn = (by: number) => setPage((before) => (before + by + PAGES) % PAGES)
  useEffect(() => {
    if (!turning) return
    const timer = setInterval(() => setPage((before) => (before + 1) % PAGES), TURN_MS)
    return () => clearInterval(timer)
  }, [turning, page])
  useHotkeys([
    ['ArrowRight', () => turn(1)],
    ['ArrowLeft', () => turn(-1)],
    ['Escape', onLeave],
  ])
  return (
    <section className={classes.wall} aria-label={t('wallMode.label')}>
      <div className={classes.wallHead}>
        <div>
          <h1>
            {t('title')} · {unitName}
          </h1>
          {filters.length > 0 ? (
            <ul className={classes.wallFilters} aria-label={t('filters')}>
              {filters.map(({ key, label }) => (
                <li key={key}>{label}</li>
              ))}
            </ul>
          ) : null}
        </div>
        <Group gap="xs" wrap="nowrap">
          <span className="tabular" aria-live="polite">
            {t('wallMode.page', { page: page + 1, pages: PAGES })}
          </span>
          <ActionIcon
            size="xl"
            variant="subtle"
            color="gray"
            aria-label={t('wallMode.previous')}
            onClick={() => turn(-1)}
          >
            <IconChevronLeft aria-hidden />
          </ActionIcon>
          <ActionIcon
            size="xl"
            variant="subtle"
            color="gray"
            aria-label={turning ? t('wallMode.pause') : t('wallMode.resume')}
            onClick={() => setTurning(!turning)}
          >
            {turning ? <IconPlayerPause aria-hidden /> : <IconPlayerPlay aria-hidden />}
          </ActionIcon>
          <ActionIcon size="xl" variant="subtle" color="gray" aria-label={t('wallMode.next')} onClick={() => turn(1)}>
            <IconChevronRight aria-hidden />
          </ActionIcon>
          <ActionIcon size="xl" variant="subtle" color="gray" aria-label={t('wallMode.leave')} onClick={onLeave}>
            <IconX aria-hidden />
          </ActionIcon>
        </Group>
      </div>
      <div className={classes.wallPage}>
        {page === 0 ? (
          <div className={classes.wallWords}>
            <div>
              {sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
            {panorama.plan ? <WorkFigures panorama={panorama} search={search} /> : null}
          </div>
        ) : null}
        {page === 1 ? <ItemColumns panorama={panorama} search={search} height={560} /> : null}
        {page === 2 ? <SocietyField panorama={panorama} large /> : null}
        {page === 3 ? (
          <div className={classes.pair}>
            <CoverageGrid panorama={panorama} search={search} />
            <WeekChart panorama={panorama} height={480} />
          </div>
        ) : null}
      </div>
    </section>
  )
}
