import { useEffect, useState } from 'react'
import { Modal } from '@dangjian/ui/kit'
import { SignInForm } from '../access/sign-in-form.tsx'
import { queryClient } from './api.ts'
import { onSessionEnd, sessionResumed } from './session-link.ts'
import { sessionQuery, useSession } from './session.ts'
import { useTexts } from './texts.ts'

/** The session ended in the middle of something: ask for the password over the page, which stays as it is. */
export function ReSignIn() {
  const [ended, setEnded] = useState(false)
  const t = useTexts('access')
  const session = useSession()
  useEffect(() => onSessionEnd(setEnded), [])
  const resume = async () => {
    const now = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
    // Somebody else at the same screen starts afresh, with nothing of the first on it.
    if (now.signedIn && session && now.person.id !== session.person.id) window.location.reload()
    else sessionResumed()
  }
  return (
    <Modal
      opened={ended}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('again.title')}
    >
      <SignInForm lead={t('again.lead')} onSignedIn={resume} />
    </Modal>
  )
}
