import { lazy, Suspense, useEffect, useState } from 'react'
import { queryClient } from './api.ts'
import { onInterruption, sessionResumed, type Interruption } from './session-link.ts'
import { sessionQuery, useSession } from './session.ts'

const ReSignInDialog = lazy(async () => ({
  default: (await import('./access/re-sign-in-dialog.tsx')).ReSignInDialog,
}))

/** The session was interrupted in the middle of something: settles that over the page, which stays as it is. */
export function ReSignIn() {
  const [interruption, setInterruption] = useState<Interruption | null>(null)
  const session = useSession()
  useEffect(() => onInterruption(setInterruption), [])
  const resume = async () => {
    const before = session?.person.id
    const now = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
    // Somebody else at the same screen starts afresh, with nothing of the first on it.
    if (now.signedIn && before !== undefined && now.person.id !== before) window.location.reload()
    else if (now.signedIn && now.duty) setInterruption(now.duty)
    else sessionResumed()
  }
  return interruption ? (
    <Suspense fallback={null}>
      <ReSignInDialog interruption={interruption} onSettled={resume} />
    </Suspense>
  ) : null
}
