import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { isPartOpen, isPartToDo, tasksRefusalWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import { DateText } from '@dangjian/ui/date-text'
import { IconArrowsSplit } from '@dangjian/ui/icons'
import { Button, Group, Text } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments, type PartRow, type ShownAssignment } from './assignment-data.ts'
import { PartStateBadge } from './assignment-state.tsx'
import classes from './assignment.module.css'
import { GivePartDialog } from './give-part-dialog.tsx'
import { ReturnPartDialog } from './return-part-dialog.tsx'

/** The parts given to units below, each with its own state and the act that it waits for. */
export function AssignmentParts({ shown, canWork }: { shown: ShownAssignment; canWork: boolean }) {
  const t = useTexts('parts')
  const [giving, setGiving] = useState(false)
  const parts = shown.parts.filter(({ state }) => state !== 'withdrawn')
  return (
    <section aria-labelledby="parts-title" className={classes.block}>
      <Group justify="space-between" gap="xs">
        <h2 id="parts-title" className={classes.blockTitle}>
          {t('heading')}
          {parts.length > 0 ? (
            <Text span size="sm" c="dimmed">
              {t('count', { done: parts.filter((part) => !isPartOpen(part)).length, total: parts.length })}
            </Text>
          ) : null}
        </h2>
        {canWork ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowsSplit size={14} aria-hidden />}
            onClick={() => setGiving(true)}
          >
            {t('giveOne')}
          </Button>
        ) : null}
      </Group>
      {parts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(canWork ? 'noneYet' : 'none')}
        </Text>
      ) : (
        <ul className={classes.parts}>
          {parts.map((part) => (
            <PartItem key={part.id} part={part} canWork={canWork} />
          ))}
        </ul>
      )}
      {giving ? <GivePartDialog assignment={shown.assignment} onClose={() => setGiving(false)} /> : null}
    </section>
  )
}

function PartItem({ part, canWork }: { part: PartRow; canWork: boolean }) {
  const t = useTexts('parts')
  const api = useApi()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const [returning, setReturning] = useState(false)
  const settle = {
    onSuccess: refreshAssignments,
    onError: (error: unknown) => notify({ text: sayWhy(error), tone: 'bad' }),
  }
  const confirm = useMutation(api.tasks.acceptPart.mutationOptions(settle))
  const takeBack = useMutation(api.tasks.withdrawPart.mutationOptions(settle))
  return (
    <li className={classes.part}>
      <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
        <Text size="sm" fw={500}>
          {part.title}
        </Text>
        <PartStateBadge state={part.state} />
      </Group>
      <Text size="xs" c="dimmed" component="div">
        {part.unitName}
        {part.personName ? ` · ${part.personName}` : ''}
        {' · '}
        <DateText date={part.dueOn} due settled={!isPartToDo(part)} />
      </Text>
      {part.report ? <p className={classes.words}>{part.report}</p> : null}
      {part.returnReason ? (
        <Text size="sm" c="var(--tone-bad-text)">
          {t('returnReason', { reason: part.returnReason })}
        </Text>
      ) : null}
      {canWork && part.state === 'done' ? (
        <Group gap="xs" mt={4}>
          <Button
            size="compact-sm"
            loading={confirm.isPending}
            aria-label={t('acceptThis', { title: part.title })}
            onClick={() => confirm.mutate({ partId: part.id })}
          >
            {t('accept')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('returnTitle', { title: part.title })}
            onClick={() => setReturning(true)}
          >
            {t('return')}
          </Button>
        </Group>
      ) : null}
      {canWork && isPartToDo(part) ? (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          loading={takeBack.isPending}
          aria-label={t('withdrawThis', { title: part.title })}
          onClick={() => takeBack.mutate({ partId: part.id })}
        >
          {t('withdraw')}
        </Button>
      ) : null}
      {returning ? <ReturnPartDialog part={part} onClose={() => setReturning(false)} /> : null}
    </li>
  )
}
