import { Link } from '@tanstack/react-router'
import { useWord } from '@dangjian/door/word'
import { Accordion } from '@dangjian/ui/kit'
import { SegmentBar } from '@dangjian/ui/segment-bar'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useTexts } from '../app/texts.ts'
import classes from './panorama.module.css'
import type { Panorama } from './panorama-data.ts'
import { workSegments } from './work-segments.ts'

/** Section by section, item by item, down to the clauses: each leads to all that answers it. */
export function ItemList({ panorama }: { panorama: Panorama }) {
  const t = useTexts('panorama')
  const word = useWord()
  return (
    <section aria-labelledby="panorama-items" className={classes.block}>
      <h2 id="panorama-items" className={classes.title}>
        {t('items.list')}
      </h2>
      <p className={classes.lead}>{t('items.listLead')}</p>
      {panorama.sections.map((section) => (
        <div key={section.index}>
          <h3 className={classes.section}>{t('sectionOption', { number: section.number, title: section.title })}</h3>
          <Accordion multiple chevronPosition="left" order={4}>
            {section.items.map((item) => (
              <Accordion.Item key={item.index} value={String(item.index)}>
                <Accordion.Control>
                  <span className={classes.item}>
                    <span>{t('itemOption', { number: item.number, title: item.title })}</span>
                    <span className={classes.itemFigures}>
                      {t('items.figures', {
                        total: item.work.total,
                        closed: item.work.closed,
                        overdue: item.work.overdue,
                      })}
                    </span>
                  </span>
                </Accordion.Control>
                <Accordion.Panel>
                  {item.work.total > 0 ? (
                    <SegmentBar label={item.title} segments={workSegments(item.work, word)} />
                  ) : null}
                  <ul className={classes.clauses}>
                    {item.clauses.map((clause) => (
                      <li key={clause.id}>
                        <Link to="/panorama/clauses/$clauseId" params={{ clauseId: clause.id }}>
                          {clause.text}
                        </Link>{' '}
                        <StateBadge tone={clause.answered ? 'good' : 'attention'}>
                          {clause.answered ? t('items.answered') : t('items.unanswered')}
                        </StateBadge>
                      </li>
                    ))}
                  </ul>
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        </div>
      ))}
    </section>
  )
}
