import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  earliestDay,
  electionHolderWords,
  electionSteps,
  electionStepWords,
  electionWay,
  holderOf,
  runningCourse,
  type ElectionStep,
} from '@dangjian/domain/organisation'
import { LoadingFace } from '@dangjian/ui/faces'
import { Button, Group } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { Timeline, type TimelineEntry } from '@dangjian/ui/timeline'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useMay } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { ElectionDialog } from './election-dialog.tsx'
import { useTakenEntry } from './election-entry.tsx'
import { ElectionStepDialog } from './election-step-dialog.tsx'
import { ElectionTerm, MoveElection } from './election-term.tsx'
import { FormerElections } from './former-elections.tsx'
import { electionActionOf, type ElectionCourse, type ShownUnit } from './organisation-data.ts'
import { UnitSection } from './unit-section.tsx'
import { WithdrawStepDialog } from './withdraw-step-dialog.tsx'

/** A unit's election: when it is due, how far it is, and the next step for whoever has it. */
export function UnitElection({ shown }: { shown: ShownUnit }) {
  const t = useTexts('electionCourse')
  const api = useApi()
  const course = useQuery(api.organisation.showElectionCourse.queryOptions({ unitId: shown.unit.id }))
  if (course.data === null) return null
  return (
    <UnitSection title={t('title')} act={<MoveElection shown={shown} />}>
      <ElectionTerm shown={shown} />
      {course.error ? <TroubleFace error={course.error} onRetry={() => void course.refetch()} /> : null}
      {course.isPending ? <LoadingFace count={3} /> : null}
      {course.data ? <Course shown={shown} course={course.data} /> : null}
    </UnitSection>
  )
}

type Opened = { readonly take: ElectionStep } | { readonly withdraw: ElectionStep }

function Course({ shown, course }: { shown: ShownUnit; course: ElectionCourse }) {
  const t = useTexts('electionCourse')
  const word = useWord()
  const may = useMay()
  const takenEntry = useTakenEntry()
  const [opened, setOpened] = useState<Opened | null>(null)
  const { unit, term } = shown
  const all = course.courses.flat()
  const running = runningCourse(all)
  const started = running.length > 0
  const current = started ? (course.courses.at(-1) ?? []) : []
  const former = started ? course.courses.slice(0, -1) : course.courses
  const lastValid = all.findLast((each) => each.withdrawnAt === null)
  const mayWithdraw = (step: ElectionStep): boolean =>
    may('organisation.withdraw-election-step') &&
    (electionSteps[step].holder === 'society' || may(electionActionOf(step)))
  const withdrawal = (id: string) =>
    lastValid?.id === id && mayWithdraw(lastValid.step) ? () => setOpened({ withdraw: lastValid.step }) : undefined
  const due = term !== null && term.standing !== 'running' && term.standing !== 'due12'
  const way = course.next.length > 0 ? electionWay(unit, all, shown.fullMembers ?? 0) : []
  const mine = course.next.filter((step) => may(electionActionOf(step)))
  // The association may enter what a society does, but is not the one whose turn it is.
  const isTurn = (step: ElectionStep): boolean =>
    (electionSteps[step].holder === 'superior') === may('organisation.confirm-election')
  const buttons = mine.map((step, index) => (
    <Button
      key={step}
      variant={index === 0 && (due || started) && isTurn(step) ? 'filled' : 'default'}
      size="compact-md"
      onClick={() => setOpened({ take: step })}
    >
      {word(electionStepWords, step)}
    </Button>
  ))
  const ahead = way.map((step, index): TimelineEntry => ({
    key: step,
    tone: index === 0 ? 'active' : 'neutral',
    title: (
      <Group gap="xs">
        <span>{word(electionStepWords, step)}</span>
        {index === 0 ? <StateBadge tone="active">{t('next')}</StateBadge> : null}
      </Group>
    ),
    note: word(electionHolderWords, holderOf(unit, step)),
    ...(index === 0 && buttons.length > 0 ? { body: <Group gap="xs">{buttons}</Group> } : {}),
  }))
  const close = () => setOpened(null)
  return (
    <>
      {started || due ? (
        <Timeline
          label={t('course')}
          entries={[...current.map((step) => takenEntry(step, withdrawal(step.id))), ...ahead]}
        />
      ) : (
        <Group gap="xs" mt="xs">
          {term?.standing === 'running' ? null : buttons}
        </Group>
      )}
      <FormerElections courses={former} withdrawal={withdrawal} />
      {opened && 'withdraw' in opened ? (
        <WithdrawStepDialog unitId={unit.id} step={opened.withdraw} rev={course.rev} onClose={close} />
      ) : null}
      {opened && 'take' in opened ? (
        opened.take === 'result' ? (
          <ElectionDialog shown={shown} metOn={earliestDay(running, 'result')} onClose={close} />
        ) : (
          <ElectionStepDialog
            unit={unit}
            step={opened.take}
            rev={course.rev}
            fromOn={earliestDay(running, opened.take) ?? term?.fromOn ?? null}
            onClose={close}
          />
        )
      ) : null}
    </>
  )
}
