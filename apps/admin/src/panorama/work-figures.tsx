import { Link } from '@tanstack/react-router'
import { useWord } from '@dangjian/door/word'
import { SegmentBar } from '@dangjian/ui/segment-bar'
import { useTexts } from '../app/texts.ts'
import classes from './panorama.module.css'
import type { Panorama } from './panorama-data.ts'
import { sharedSearch, type PanoramaSearch } from './panorama-search.ts'
import { workSegments, type WorkState } from './work-segments.ts'

/** All work in one line, each figure a link to what it counts. */
export function WorkFigures({ panorama, search }: { panorama: Panorama; search: PanoramaSearch }) {
  const t = useTexts('panorama')
  const word = useWord()
  const shared = sharedSearch(search)
  const { work } = panorama
  return (
    <section aria-labelledby="panorama-work" className={classes.block}>
      <h2 id="panorama-work" className={classes.title}>
        {t('work.title')}
      </h2>
      <p className={classes.figures}>
        <Link to="/panorama/work" search={shared} className={classes.figure}>
          {t('work.all')} <b className="tabular">{work.total}</b>
        </Link>
        <Link
          to="/panorama/work"
          search={{ ...shared, overdue: true }}
          className={classes.figure}
          data-bad={work.overdue > 0 || undefined}
        >
          {t('work.overdue')} <b className="tabular">{work.overdue}</b>
        </Link>
      </p>
      <SegmentBar
        label={t('work.title')}
        segments={workSegments(work, word)}
        renderItem={({ key }, words) => (
          <Link to="/panorama/work" search={{ ...shared, state: key as WorkState }} className={classes.quietLink}>
            {words}
          </Link>
        )}
      />
    </section>
  )
}
