import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { reviewAssignment, tasksRefusalWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { useMay } from '@dangjian/door/session'
import { useRefusalWords, useWord } from '@dangjian/door/word'
import { useHotkeys } from '@dangjian/ui/hooks'
import { Button, Group, Kbd, Stack, Text } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments, type ShownAssignment, type SubmittedRow } from './assignment-data.ts'
import { ReasonField } from './reason-field.tsx'
import type { ReviewQueue } from './review-queue.ts'
import classes from './review.module.css'

interface ReviewActsProps {
  readonly row: SubmittedRow
  readonly shown: ShownAssignment
  /** Pieces of evidence that are not on the screen yet. */
  readonly unseen: number
  readonly queue: ReviewQueue
}

/** Accept by A, return by R with a reason; the next opens at once, and comes back with the reason if it failed. */
export function ReviewActs({ row, shown, unseen, queue }: ReviewActsProps) {
  const t = useTexts('review')
  const frame = useTexts('frame')
  const { words } = useLanguage()
  const api = useApi()
  const may = useMay()
  const word = useWord()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const { id: assignmentId, rev } = shown.assignment
  const title = frame('pair', { first: shown.unit.name, second: shown.task.title })
  const giveBack = useMutation(
    api.tasks.returnAssignment.mutationOptions({
      onMutate: () => queue.leave(assignmentId),
      onSuccess: async () => {
        notify({ text: t('returned', { title }) })
        await refreshAssignments()
      },
      onError: async (error: unknown) => {
        queue.putBack(assignmentId)
        notify({ text: `${title} · ${sayWhy(error)}`, tone: 'bad', stay: true })
        await refreshAssignments()
      },
    }),
  )
  const submitted = shown.assignment.state === 'submitted'
  const mayDecide = may('tasks.close-assignment') && submitted
  const settled = submitted ? null : t('settled')
  const notYet = settled ?? (unseen > 0 ? t('unseen', { count: unseen }) : null)
  const accept = () => {
    if (!mayDecide || giveBack.isPending || returning) return
    if (notYet) notify({ id: 'review-not-yet', text: notYet, tone: 'neutral' })
    else queue.accept({ row, rev })
  }
  const send = () => {
    const decision = reviewAssignment(
      shown.assignment,
      { verdict: 'return', reason },
      { reviewerIsOfSociety: false },
      shown.assignment.movedAt,
    )
    if (decision.ok) giveBack.mutate({ assignmentId, rev, reason })
    else setTrouble(word(tasksRefusalWords, decision.refusal, decision.detail))
  }
  useHotkeys([
    // A key that is held down decides once.
    ['a', (event) => (event.repeat ? undefined : accept())],
    ['r', () => setReturning(mayDecide)],
  ])
  useEffect(() => {
    if (returning) field.current?.focus()
  }, [returning])
  if (!may('tasks.close-assignment')) {
    return (
      <div className={classes.acts}>
        <Text size="sm" c="dimmed">
          {t('readOnly')}
        </Text>
      </div>
    )
  }
  if (!returning) {
    return (
      <div className={classes.acts}>
        <Group gap="xs" className={classes.actRow}>
          <ReasonedButton
            reason={notYet}
            rightSection={
              <Kbd size="xs" aria-hidden visibleFrom="sm">
                A
              </Kbd>
            }
            onClick={accept}
          >
            {t('close')}
          </ReasonedButton>
          <ReasonedButton
            reason={settled}
            variant="default"
            rightSection={
              <Kbd size="xs" aria-hidden visibleFrom="sm">
                R
              </Kbd>
            }
            onClick={() => setReturning(true)}
          >
            {t('return')}
          </ReasonedButton>
        </Group>
      </div>
    )
  }
  return (
    <form
      className={classes.acts}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setReturning(false)
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          send()
        }
      }}
    >
      <Stack gap="xs">
        <ReasonField
          of="assignment"
          value={reason}
          onChange={(value) => {
            setReason(value)
            setTrouble(null)
          }}
          error={trouble}
          inputRef={field}
        />
        <Group justify="flex-end" gap="xs" className={classes.actRow}>
          <Button variant="default" onClick={() => setReturning(false)}>
            {words.cancel}
          </Button>
          <Button
            type="submit"
            loading={giveBack.isPending}
            rightSection={
              <Kbd size="xs" aria-hidden visibleFrom="sm">
                Ctrl ⏎
              </Kbd>
            }
          >
            {t('return')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
