import { useRef, useState } from 'react'
import type { Outline } from '@dangjian/domain/tasks'
import { Button, Group, Text } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import classes from './outline-read.module.css'
import { headingOf } from './outline-rows.ts'

/** The outline with the words of every clause, to be looked over before it is saved; an item opens by a press. */
export function OutlineRead({ outline }: { outline: Outline }) {
  const t = useTexts('newPlan')
  const list = useRef<HTMLOListElement>(null)
  const [open, setOpen] = useState(false)
  const toggleAll = () => {
    for (const item of list.current?.querySelectorAll('details') ?? []) item.open = !open
    setOpen(!open)
  }
  return (
    <section aria-label={t('outline')}>
      <Group justify="space-between" gap="xs" mb="xs">
        <h2 className={classes.title}>{t('outline')}</h2>
        <Button variant="default" size="compact-sm" onClick={toggleAll}>
          {t(open ? 'closeAll' : 'openAll')}
        </Button>
      </Group>
      <ol ref={list} className={classes.outline}>
        {outline.sections.map((section) => (
          <li key={section.start}>
            <b>{headingOf(section)}</b>
            <ol>
              {section.items.map((item) => (
                <li key={item.start}>
                  <details>
                    <summary>
                      {item.number}. {item.title}{' '}
                      <Text span size="xs" c="dimmed">
                        {t('item', { count: item.clauses.length })}
                      </Text>
                    </summary>
                    <ul className={classes.clauses}>
                      {item.clauses.map((clause) => (
                        <li key={clause.start}>{clause.text}</li>
                      ))}
                    </ul>
                  </details>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  )
}
