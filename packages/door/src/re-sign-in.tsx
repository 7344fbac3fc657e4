import { lazy, Suspense, useEffect, useState } from 'react'
import { wearGrant } from './acting-grant.ts'
import { queryClient } from './api.ts'
import { onInterruption, sessionResumed, type Interruption } from './session-link.ts'
import { sessionQuery, useActingGrant, useSession, type Grant } from './session.ts'

const ReSignInDialog = lazy(async () => ({
  default: (await import('./access/re-sign-in-dialog.tsx')).ReSignInDialog,
}))

const RoleEndedDialog = lazy(async () => ({
  default: (await import('./access/role-ended-dialog.tsx')).RoleEndedDialog,
}))

/** The session was interrupted in the middle of something: settles that over the page, which stays as it is. */
export function ReSignIn() {
  const [interruption, setInterruption] = useState<Interruption | null>(null)
  const [ended, setEnded] = useState<Grant | null>(null)
  const session = useSession()
  const acting = useActingGrant()
  useEffect(() => onInterruption(setInterruption), [])
  const resume = async () => {
    const before = session?.person.id
    const now = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
    // Somebody else at the same screen starts afresh, with nothing of the first on it.
    if (now.signedIn && before !== undefined && now.person.id !== before) window.location.reload()
    else if (now.signedIn && now.duty) setInterruption(now.duty)
    else {
      if (now.signedIn && acting && !now.grants.some(({ id }) => id === acting.id)) {
        wearGrant(now.actingGrantId)
        setEnded(acting)
      }
      sessionResumed()
    }
  }
  return (
    <Suspense fallback={null}>
      {interruption ? <ReSignInDialog interruption={interruption} onSettled={resume} /> : null}
      {ended && !interruption ? <RoleEndedDialog grant={ended} onStay={() => setEnded(null)} /> : null}
    </Suspense>
  )
}
