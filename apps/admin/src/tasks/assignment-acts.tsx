import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { canSubmitAssignment, isOpen, tasksRefusalWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useMay } from '@dangjian/door/session'
import { useRefusalWords, useWord } from '@dangjian/door/word'
import { Button } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments, type ShownAssignment } from './assignment-data.ts'
import { focusHeading } from './focus-heading.ts'
import { SubmitDialog } from './submit-dialog.tsx'

/** What stands against submitting, in words; null when nothing does. The server asks the same function. */
export function useSubmitReason(shown: ShownAssignment): string | null {
  const word = useWord()
  const decision = canSubmitAssignment(shown.assignment, { ...shown.facts, training: shown.training })
  return decision.ok ? null : word(tasksRefusalWords, decision.refusal, decision.detail)
}

/** The one act that an assignment waits for: of the society, or of its reviewer. */
export function AssignmentActs({ shown }: { shown: ShownAssignment }) {
  const t = useTexts('assignments')
  const api = useApi()
  const may = useMay()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const reason = useSubmitReason(shown)
  const [submitting, setSubmitting] = useState(false)
  const { id: assignmentId, rev, state } = shown.assignment
  const settle = (text: string) => ({
    onSuccess: async () => {
      notify({ text })
      await refreshAssignments()
      focusHeading()
    },
    onError: async (error: unknown) => {
      notify({ text: sayWhy(error), tone: 'bad' as const })
      await refreshAssignments()
    },
  })
  const accept = useMutation(api.tasks.acceptAssignment.mutationOptions(settle(t('act.accepted'))))
  const recall = useMutation(api.tasks.recallAssignment.mutationOptions(settle(t('act.recalled'))))
  if (state === 'assigned' && may('tasks.accept-assignment')) {
    return (
      <Button loading={accept.isPending} onClick={() => accept.mutate({ assignmentId, rev })}>
        {t('act.accept')}
      </Button>
    )
  }
  if (isOpen(shown.assignment) && may('tasks.submit-assignment')) {
    return (
      <>
        <ReasonedButton reason={reason} onClick={() => setSubmitting(true)}>
          {t('act.submit')}
        </ReasonedButton>
        {submitting ? <SubmitDialog shown={shown} onClose={() => setSubmitting(false)} /> : null}
      </>
    )
  }
  if (state === 'submitted' && may('tasks.close-assignment')) {
    return (
      <Button renderRoot={(props) => <Link to="/tasks/review" search={{ open: assignmentId }} {...props} />}>
        {t('act.review')}
      </Button>
    )
  }
  if (state === 'submitted' && may('tasks.recall-assignment')) {
    return (
      <Button variant="default" loading={recall.isPending} onClick={() => recall.mutate({ assignmentId, rev })}>
        {t('act.recall')}
      </Button>
    )
  }
  return null
}
