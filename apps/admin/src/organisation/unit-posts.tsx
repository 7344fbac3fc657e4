import { useState } from 'react'
import { duePosts, holdingsOn, Post, postWords } from '@dangjian/domain/organisation'
import { Button, Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { TermBar } from '@dangjian/ui/term-bar'
import { useMay } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { AssignPostDialog } from './assign-post-dialog.tsx'
import { EndPostDialog } from './end-post-dialog.tsx'
import type { ShownUnit } from './organisation-data.ts'
import classes from './organisation.module.css'
import { UnitSection } from './unit-section.tsx'

type Holding = ShownUnit['posts'][number]

/** Who holds what, with the term as a bar to the day one looks at; what must be filled and is not stands first. */
export function UnitPosts({ shown, past }: { shown: ShownUnit; past: boolean }) {
  const t = useTexts('unit')
  const word = useWord()
  const may = useMay()
  const [assigning, setAssigning] = useState(false)
  const [ending, setEnding] = useState<Holding | null>(null)
  const [formerShown, setFormerShown] = useState(false)
  const { unit, asOn, posts, term } = shown
  const withUnit = posts.map((each) => ({ ...each, unitId: unit.id }))
  const current = holdingsOn(withUnit, asOn).toSorted(
    (a, b) => Post.options.indexOf(a.post) - Post.options.indexOf(b.post),
  )
  const former = withUnit.filter((each) => each.toOn !== null && each.toOn < asOn)
  const vacant =
    unit.state === 'active' ? duePosts(unit).filter((post) => !current.some((each) => each.post === post)) : []
  const ended = unit.state === 'merged' || unit.state === 'dissolved'
  const mayAssign = !past && !ended && may('organisation.assign-post')
  // Who came after an election was due has no end that is known.
  const endOf = ({ toOn, post, fromOn }: Holding): string | null =>
    toOn ?? (post !== 'cadre' && term && term.dueOn >= fromOn ? term.dueOn : null)
  const bar = (holding: Holding) => (
    <TermBar
      fromOn={holding.fromOn}
      toOn={endOf(holding)}
      label={t('posts.termOf', { name: holding.personName, post: word(postWords, holding.post) })}
      today={asOn}
    />
  )
  return (
    <UnitSection
      title={t('posts.title')}
      act={
        mayAssign ? (
          <Button size="compact-sm" variant="default" onClick={() => setAssigning(true)}>
            {t('posts.assign')}
          </Button>
        ) : null
      }
    >
      {current.length + vacant.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('posts.none')}
          {mayAssign ? `，${t('posts.noneLead')}` : ''}
        </Text>
      ) : null}
      <ul className={classes.rows}>
        {vacant.map((post) => (
          <li key={post} className={classes.row}>
            <span>{word(postWords, post)}</span>
            <StateBadge tone="attention">{t('posts.vacant')}</StateBadge>
          </li>
        ))}
        {current.map((holding) => (
          <li key={holding.id} className={classes.row}>
            <div className={classes.rowWords}>
              <Text component="span" c="dimmed" size="sm">
                {word(postWords, holding.post)}
              </Text>{' '}
              <Text component="span" fw={500}>
                {holding.personName}
              </Text>
            </div>
            <div style={{ flex: '1 1 14rem' }}>{bar(holding)}</div>
            {mayAssign ? (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                aria-label={t('posts.endLabel', { name: holding.personName, post: word(postWords, holding.post) })}
                onClick={() => setEnding(holding)}
              >
                {t('posts.end')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {former.length > 0 ? (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-expanded={formerShown}
          mt="xs"
          onClick={() => setFormerShown(!formerShown)}
        >
          {t('posts.formerly', { count: former.length })}
        </Button>
      ) : null}
      {formerShown ? (
        <ul className={classes.rows}>
          {former.map((holding) => (
            <li key={holding.id} className={classes.row}>
              <span className={classes.rowWords}>
                {word(postWords, holding.post)} {holding.personName}
              </span>
              <div style={{ flex: '1 1 14rem' }}>{bar(holding)}</div>
            </li>
          ))}
        </ul>
      ) : null}
      {assigning ? <AssignPostDialog shown={shown} onClose={() => setAssigning(false)} /> : null}
      {ending ? <EndPostDialog holding={ending} unitId={unit.id} onClose={() => setEnding(null)} /> : null}
    </UnitSection>
  )
}
