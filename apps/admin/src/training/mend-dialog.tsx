import { useState, type ReactNode } from 'react'
import { MendingReason } from '@dangjian/domain/training'
import { FormDialog } from '@dangjian/ui/form-dialog'
import { Textarea } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'

interface MendDialogProps {
  readonly title: string
  readonly lead: string
  readonly act: string
  readonly busy: boolean
  readonly trouble: string | null
  readonly onClose: () => void
  readonly onAct: (reason: string) => void
  readonly children?: ReactNode
}

/** Mends something of a record: says what will happen and asks why, which the learner will read. */
export function MendDialog({ onAct, children, ...rest }: MendDialogProps) {
  const t = useTexts('learner')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const given = MendingReason.safeParse(reason)
  const submit = () => {
    setTried(true)
    if (given.success) onAct(given.data)
  }
  return (
    <FormDialog onSubmit={submit} {...rest}>
      {children}
      <Textarea
        label={t('reason')}
        description={t('reasonLead')}
        required
        maxLength={300}
        minRows={2}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && !given.success ? t('reasonMissing') : null}
      />
    </FormDialog>
  )
}
