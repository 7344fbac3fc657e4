import { useQuery } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { mayEver, permissionOf, type Action } from '@dangjian/domain/access'
import { actingGrant, wearGrant } from './acting-grant.ts'
import { api, client, queryClient } from './api.ts'
import { forgetOpenings } from './early-answer.ts'
import { tellWhoIsHere } from './one-person.ts'

export const sessionQuery = api.access.session.queryOptions(undefined, {
  // It never changes by itself: its end is met by the next request, and asked for over the page (`session-link.ts`).
  staleTime: Infinity,
})

/** Who is signed in. Inside the frame there always is somebody. */
export function useSession() {
  const { data } = useQuery(sessionQuery)
  return data?.signedIn ? data : null
}

export type Session = NonNullable<ReturnType<typeof useSession>>
export type Grant = Session['grants'][number]

/** The role worn in this tab; null for somebody who is a learner only. */
export function useActingGrant(): Grant | null {
  const session = useSession()
  return session?.grants.find(({ id }) => id === session.actingGrantId) ?? null
}

/** Whether the role worn could do an action somewhere: for showing or hiding a way on. The server decides. */
export function useMay(): (action: Action) => boolean {
  const role = useActingGrant()?.role ?? null
  return (action) => mayEver(permissionOf(action), role)
}

/** Puts on another role in this tab; everything on the page is asked for anew under it. */
export async function actAs(grantId: string): Promise<void> {
  wearGrant(grantId)
  await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
  void client.access.chooseActingGrant.mutate({ roleGrantId: grantId as Grant['id'] })
  await queryClient.resetQueries({
    predicate: ({ queryKey }) => String(queryKey[0]) !== String(sessionQuery.queryKey[0]),
  })
}

/** The session as the server knows it now. A role that this tab wore and that has ended is taken off. */
export async function loadSession() {
  const session = await queryClient.ensureQueryData(sessionQuery)
  if (session.signedIn) tellWhoIsHere(session.person.id)
  if (session.signedIn && actingGrant() && session.actingGrantId !== actingGrant()) wearGrant(session.actingGrantId)
  return session
}

/** For every page inside the frame: somebody is signed in and owes nothing, or the sign-in page comes first. */
export async function requireSession(href: string) {
  const session = await loadSession()
  if (!session.signedIn || session.duty) throw redirect({ to: '/sign-in', search: { next: href }, replace: true })
  return { session }
}

/** The page that was wanted. Only a path of our own: a foreign address in the link must lead nowhere. */
export function signInSearch(search: Record<string, unknown>): { next?: string } {
  return typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? { next: search.next } : {}
}

export async function signOut(): Promise<void> {
  await client.access.signOut.mutate({})
  wearGrant(null)
  forgetOpenings()
  tellWhoIsHere(null)
  queryClient.clear()
}
