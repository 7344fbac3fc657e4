import { lazy, Suspense, useEffect, useState } from 'react'
import { queryClient } from './api.ts'
import { onSessionEnd, sessionResumed } from './session-link.ts'
import { sessionQuery, useSession } from './session.ts'

const ReSignInDialog = lazy(async () => ({
  default: (await import('./access/re-sign-in-dialog.tsx')).ReSignInDialog,
}))

/** The session ended in the middle of something: ask for the password over the page, which stays as it is. */
export function ReSignIn() {
  const [ended, setEnded] = useState(false)
  const session = useSession()
  useEffect(() => onSessionEnd(setEnded), [])
  const resume = async () => {
    const before = session?.person.id
    const now = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
    // Somebody else at the same screen starts afresh, with nothing of the first on it.
    if (now.signedIn && before !== undefined && now.person.id !== before) window.location.reload()
    else sessionResumed()
  }
  return ended ? (
    <Suspense fallback={null}>
      <ReSignInDialog onSignedIn={resume} />
    </Suspense>
  ) : null
}
