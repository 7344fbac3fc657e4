import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { SocietyCategory, societyCategoryWords } from '@dangjian/domain/organisation'
import type { Audience, Task } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords, useWord } from '@dangjian/door/word'
import { useDebouncedValue } from '@dangjian/ui/hooks'
import { IconUsersGroup } from '@dangjian/ui/icons'
import { Anchor, Modal, Text } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import type { ReachedSociety } from './plan-data.ts'
import classes from './task-form.module.css'

/** Beyond this many chosen societies the question would not fit into an address; how many they are is known anyway. */
const MOST_ASKED = 150

/** Whom the task would reach today, said while it is being made; the number opens its list. */
export function ReachLine({ audience, training }: { audience: Audience | null; training: Task['training'] }) {
  const t = useTexts('tasks')
  const sayWhy = useRefusalWords()
  const [asked] = useDebouncedValue({ audience, training }, 250)
  const [open, setOpen] = useState(false)
  const many = asked.audience?.kind === 'chosen' && asked.audience.unitIds.length > MOST_ASKED ? asked.audience : null
  const reach = useQuery({
    ...useApi().tasks.previewReach.queryOptions({
      audience: asked.audience ?? { kind: 'all' },
      training: asked.training,
    }),
    enabled: asked.audience !== null && many === null,
    placeholderData: (before) => before,
  })
  const count = many ? many.unitIds.length : (reach.data?.societies.length ?? null)
  return (
    <div className={classes.reach} role="status" data-nobody={(audience !== null && count === 0) || undefined}>
      <IconUsersGroup size={18} aria-hidden />
      <Text size="sm">
        {audience === null ? t('form.chooseFirst') : null}
        {audience !== null && reach.error ? sayWhy(reach.error) : null}
        {audience !== null && !reach.error && count === null ? t('form.counting') : null}
        {audience !== null && count === 0 ? t('form.reachesNobody') : null}
        {audience !== null && count !== null && count > 0 ? (
          <>
            {many ? (
              t('form.reaches', { n: count })
            ) : (
              <Anchor component="button" type="button" inherit fw={600} onClick={() => setOpen(true)}>
                {t('form.reaches', { n: count })}
              </Anchor>
            )}
            {reach.data?.people ? t('form.reachesPeople', { n: reach.data.people }) : null}
          </>
        ) : null}
      </Text>
      <Modal opened={open} onClose={() => setOpen(false)} title={t('form.showReach')} size="lg">
        <ReachedList societies={reach.data?.societies ?? []} />
      </Modal>
    </div>
  )
}

function ReachedList({ societies }: { societies: readonly ReachedSociety[] }) {
  const t = useTexts('tasks')
  const word = useWord()
  return [...SocietyCategory.options, null].map((category) => {
    const own = societies.filter((society) => society.category === category)
    if (own.length === 0) return null
    return (
      <section key={category ?? 'none'}>
        <h3 className={classes.reachTitle}>
          {category ? word(societyCategoryWords, category) : t('list.uncategorised')}{' '}
          <span className="tabular">{own.length}</span>
        </h3>
        <ul className={classes.reachList}>
          {own.map(({ id, code, name }) => (
            <li key={id}>
              {code ? `${code} ` : ''}
              {name}
            </li>
          ))}
        </ul>
      </section>
    )
  })
}
