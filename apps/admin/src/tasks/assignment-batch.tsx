import { useState } from 'react'
import { assignmentLifecycle, tasksRefusalWords } from '@dangjian/domain/tasks'
import { client } from '@dangjian/door/api'
import { useMay } from '@dangjian/door/session'
import { useRefusalWords } from '@dangjian/door/word'
import { notify } from '@dangjian/ui/notify'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments, type AssignmentRow } from './assignment-data.ts'

/** Whether any of the rows has something that may be done to many at once. */
export function useHasBatch(rows: readonly AssignmentRow[]): boolean {
  const may = useMay()
  return may('tasks.accept-assignment') && rows.some(({ state }) => assignmentLifecycle[state].accept)
}

/** What may be done with the selected rows at once: a society takes new work on. */
export function AssignmentBatch({ chosen, onDone }: { chosen: readonly AssignmentRow[]; onDone: () => void }) {
  const t = useTexts('assignments')
  const may = useMay()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const [busy, setBusy] = useState(false)
  if (!may('tasks.accept-assignment')) return null
  const acceptable = chosen.filter(({ state }) => assignmentLifecycle[state].accept)
  const acceptAll = async () => {
    setBusy(true)
    let accepted = 0
    for (const { id, rev } of acceptable) {
      try {
        await client.tasks.acceptAssignment.mutate({ assignmentId: id, rev })
        accepted += 1
      } catch (error) {
        notify({ text: sayWhy(error), tone: 'bad' })
      }
    }
    setBusy(false)
    if (accepted > 0) notify({ text: t('list.acceptedMany', { n: accepted }) })
    await refreshAssignments()
    onDone()
  }
  return (
    <ReasonedButton
      variant="default"
      loading={busy}
      reason={acceptable.length === 0 ? t('list.nothingToAccept') : null}
      onClick={() => void acceptAll()}
    >
      {t('list.acceptMany', { n: acceptable.length })}
    </ReasonedButton>
  )
}
