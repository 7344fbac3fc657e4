import { Modal } from '@dangjian/ui/kit'
import { useDoorTexts } from '../door-texts.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Asks for the password over a page that stays as it is. There is no way round it but to sign in. */
export function ReSignInDialog({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const t = useDoorTexts()
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('again.title')}
    >
      <SignInForm lead={t('again.lead')} onSignedIn={onSignedIn} />
    </Modal>
  )
}
