import { Modal } from '@dangjian/ui/kit'
import { useDoorTexts } from '../door-texts.ts'
import type { Interruption } from '../session-link.ts'
import { DutyForm } from './duty-form.tsx'
import { SignInForm } from './sign-in-form.tsx'

interface ReSignInDialogProps {
  readonly interruption: Interruption
  readonly onSettled: () => Promise<void>
}

/** Asks for the password, or for what the account owes, over a page that stays as it is. There is no way round it. */
export function ReSignInDialog({ interruption, onSettled }: ReSignInDialogProps) {
  const t = useDoorTexts()
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t(interruption === 'signed-out' ? 'again.title' : `duty.${interruption}.title`)}
    >
      {interruption === 'signed-out' ? (
        <SignInForm lead={t('again.lead')} onSignedIn={onSettled} />
      ) : (
        <DutyForm duty={interruption} onSettled={onSettled} />
      )}
    </Modal>
  )
}
