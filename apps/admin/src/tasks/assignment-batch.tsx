import { useState } from 'react'
import { assignmentLifecycle, isToDo, tasksRefusalWords } from '@dangjian/domain/tasks'
import { client } from '@dangjian/door/api'
import { useMay } from '@dangjian/door/session'
import { useRefusalWords } from '@dangjian/door/word'
import { notify } from '@dangjian/ui/notify'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments, type AssignmentRow } from './assignment-data.ts'
import { WordsDialog } from './words-dialog.tsx'

const acceptable = ({ state }: AssignmentRow) => assignmentLifecycle[state].accept !== undefined
const remindable: (row: AssignmentRow) => boolean = isToDo

/** Whether any of the rows has something that may be done to many at once. */
export function useHasBatch(rows: readonly AssignmentRow[]): boolean {
  const may = useMay()
  return (
    (may('tasks.accept-assignment') && rows.some(acceptable)) ||
    (may('tasks.remind-assignments') && rows.some(remindable))
  )
}

interface AssignmentBatchProps {
  readonly chosen: readonly AssignmentRow[]
  readonly onDone: () => void
}

/** What may be done with the selected rows at once: a society takes new work on, the association reminds. */
export function AssignmentBatch(props: AssignmentBatchProps) {
  const may = useMay()
  if (may('tasks.accept-assignment')) return <AcceptMany {...props} />
  return may('tasks.remind-assignments') ? <RemindMany {...props} /> : null
}

/** Does something to each, tells what failed, and answers how many went well. */
function useEach() {
  const sayWhy = useRefusalWords(tasksRefusalWords)
  return async <T,>(each: readonly T[], act: (one: T) => Promise<number>): Promise<number> => {
    let done = 0
    for (const one of each) {
      try {
        done += await act(one)
      } catch (error) {
        notify({ text: sayWhy(error), tone: 'bad' })
      }
    }
    await refreshAssignments()
    return done
  }
}

function AcceptMany({ chosen, onDone }: AssignmentBatchProps) {
  const t = useTexts('assignments')
  const doEach = useEach()
  const [busy, setBusy] = useState(false)
  const rows = chosen.filter(acceptable)
  const acceptAll = async () => {
    setBusy(true)
    const n = await doEach(rows, async ({ id, rev }) => {
      await client.tasks.acceptAssignment.mutate({ assignmentId: id, rev })
      return 1
    })
    setBusy(false)
    if (n > 0) notify({ text: t('list.acceptedMany', { n }) })
    onDone()
  }
  return (
    <ReasonedButton
      variant="default"
      loading={busy}
      reason={rows.length === 0 ? t('list.nothingToAccept') : null}
      onClick={() => void acceptAll()}
    >
      {t('list.acceptMany', { n: rows.length })}
    </ReasonedButton>
  )
}

function RemindMany({ chosen, onDone }: AssignmentBatchProps) {
  const t = useTexts('assignments')
  const doEach = useEach()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [text, setText] = useState('')
  const rows = chosen.filter(remindable)
  const remindAll = async () => {
    setBusy(true)
    const taskIds = [...new Set(rows.map(({ taskId }) => taskId))]
    const n = await doEach(taskIds, async (taskId) => {
      const assignmentIds = rows.filter((row) => row.taskId === taskId).map(({ id }) => id)
      return (await client.tasks.remindAssignments.mutate({ taskId, assignmentIds, text })).reminded
    })
    setBusy(false)
    setAsking(false)
    if (n > 0) notify({ text: t('list.reminded', { n }) })
    onDone()
  }
  return (
    <>
      <ReasonedButton
        variant="default"
        reason={rows.length === 0 ? t('list.nothingToRemind') : null}
        onClick={() => setAsking(true)}
      >
        {t('list.remind', { n: rows.length })}
      </ReasonedButton>
      {asking ? (
        <WordsDialog
          title={t('list.remindTitle', { n: rows.length })}
          lead={t('list.remindWhat')}
          label={t('list.remindText')}
          hint={t('list.remindHint')}
          confirm={t('list.remind', { n: rows.length })}
          text={text}
          onText={setText}
          busy={busy}
          trouble={null}
          onClose={() => setAsking(false)}
          onConfirm={() => void remindAll()}
        />
      ) : null}
    </>
  )
}
