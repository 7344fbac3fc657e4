import { useState } from 'react'
import type { UnitId } from '@dangjian/domain/access'
import { electionStepWords, type ElectionStep } from '@dangjian/domain/organisation'
import { Text, Textarea } from '@dangjian/ui/kit'
import { client } from '@dangjian/door/api'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { ActDialog, useBeside } from './act-dialog.tsx'
import { useUnitAct } from './use-unit-act.ts'

interface WithdrawStepDialogProps {
  readonly unitId: UnitId
  readonly step: ElectionStep
  readonly rev: number
  readonly onClose: () => void
}

/** Takes back a step that was entered wrongly, with the reason. */
export function WithdrawStepDialog({ unitId, step, rev, onClose }: WithdrawStepDialogProps) {
  const t = useTexts('electionCourse')
  const word = useWord()
  const [reason, setReason] = useState('')
  const withdraw = useUnitAct<void>({
    send: () => client.organisation.withdrawElectionStep.mutate({ unitId, rev, reason: reason.trim() }),
    done: () => t('withdraw.done', { step: word(electionStepWords, step) }),
    onClose,
  })
  const beside = useBeside(withdraw.error)
  return (
    <ActDialog
      title={t('withdraw.title', { step: word(electionStepWords, step) })}
      act={t('withdraw.act')}
      onClose={onClose}
      onSubmit={(event) => {
        event?.preventDefault()
        withdraw.mutate()
      }}
      busy={withdraw.isPending}
      error={withdraw.error}
      besideFields={['election-reason-missing']}
    >
      <Text size="sm" c="dimmed">
        {t(step === 'result' ? 'withdraw.resultLead' : 'withdraw.lead')}
      </Text>
      <Textarea
        label={t('withdraw.reason')}
        required
        maxLength={500}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={beside('election-reason-missing')}
      />
    </ActDialog>
  )
}
