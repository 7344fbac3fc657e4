import { useQuery } from '@tanstack/react-query'
import { clausesOf, type PlanOutline } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { formatInstant } from '@dangjian/ui/date-format'
import { Alert, Button, Group, Text } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import { headingOf } from './outline-rows.ts'
import type { ShownPlan } from './plan-data.ts'
import classes from './plan.module.css'
import type { Conflict, PlanDraft } from './use-plan-draft.ts'

const SHOWN = 6

/** Somebody else saved first: who, when, what differs, and the choice. One's own text is still there. */
export function PlanConflict({
  plan,
  draft,
  conflict,
}: {
  plan: ShownPlan['plan']
  draft: PlanDraft
  conflict: Conflict
}) {
  const t = useTexts('plans')
  const { language } = useLanguage()
  const api = useApi()
  const latest = useQuery({
    ...api.tasks.showWorkPlan.queryOptions({ workPlanId: plan.id }),
    staleTime: 0,
    refetchOnMount: 'always',
  })
  const theirs = latest.data?.plan ?? null
  const ready = theirs !== null && !latest.isFetching
  const differences = theirs && differenceOf(draft, theirs)
  return (
    <Alert
      color="red"
      role="alert"
      title={t('conflict.title', { name: conflict.by, at: formatInstant(conflict.at, language) })}
      mb="md"
    >
      <Text size="sm">{t('conflict.lead')}</Text>
      {differences ? <Differences {...differences} /> : null}
      <Group gap="xs" mt="sm">
        <Button variant="default" disabled={!ready} onClick={() => theirs && draft.settle(theirs, 'mine')}>
          {t('conflict.keepMine')}
        </Button>
        <Button variant="default" disabled={!ready} onClick={() => theirs && draft.settle(theirs, 'theirs')}>
          {t('conflict.takeTheirs')}
        </Button>
      </Group>
    </Alert>
  )
}

function Differences({ mine, theirs }: { mine: readonly string[]; theirs: readonly string[] }) {
  const t = useTexts('plans')
  if (mine.length + theirs.length === 0) return <Text size="sm">{t('conflict.same')}</Text>
  return (
    [
      ['mine', mine],
      ['theirs', theirs],
    ] as const
  ).map(([side, lines]) =>
    lines.length === 0 ? null : (
      <div key={side}>
        <Text size="sm" fw={600} mt="xs">
          {t(`conflict.${side}`)}
        </Text>
        <ul className={classes.doubtList}>
          {lines.slice(0, SHOWN).map((line) => (
            <li key={line}>{line}</li>
          ))}
          {lines.length > SHOWN ? <li>{t('conflict.more', { n: lines.length - SHOWN })}</li> : null}
        </ul>
      </div>
    ),
  )
}

interface Titled {
  readonly title: string
  readonly outline: PlanOutline
}

function differenceOf(mine: Titled, theirs: Titled) {
  const [own, other] = [linesOf(mine), linesOf(theirs)]
  return {
    mine: [...own].filter((line) => !other.has(line)),
    theirs: [...other].filter((line) => !own.has(line)),
  }
}

function linesOf({ title, outline }: Titled): Set<string> {
  return new Set([
    title,
    ...outline.sections.map(headingOf),
    ...outline.sections.flatMap(({ items }) => items.map((item) => `${item.number}. ${item.title}`)),
    ...clausesOf(outline).map(({ text }) => text),
  ])
}
