import { lazy, Suspense, useEffect, useSyncExternalStore, type ReactNode } from 'react'

const load = () => import('@mantine/notifications')
const LazyNotifications = lazy(async () => ({ default: (await load()).Notifications }))

let told = false
const listeners = new Set<() => void>()

/** A short word that something went well, or what to do when it did not; an undo may stand beside it. */
export function notify(message: {
  text: ReactNode
  tone?: 'good' | 'bad' | 'neutral'
  id?: string
  stay?: boolean
}): void {
  const { text, tone = 'good', id, stay = false } = message
  told = true
  for (const listener of listeners) listener()
  void load().then(({ notifications }) =>
    notifications.show({
      ...(id ? { id } : {}),
      message: text,
      color: tone === 'good' ? 'green' : tone === 'bad' ? 'red' : 'gray',
      role: tone === 'bad' ? 'alert' : 'status',
      autoClose: stay ? false : tone === 'bad' ? 8000 : 4000,
    }),
  )
}

/**
 * Where the words appear. A page that was only opened has nothing to tell: what shows them comes with the first thing
 * that is done on it, so that it is there when the connection is not.
 */
export function Notices() {
  const wanted = useSyncExternalStore(subscribe, () => told)
  useEffect(() => {
    const acts = ['pointerdown', 'keydown'] as const
    const fetchAhead = () => void load().catch(() => undefined)
    for (const act of acts) addEventListener(act, fetchAhead, { once: true })
    return () => {
      for (const act of acts) removeEventListener(act, fetchAhead)
    }
  }, [])
  return (
    wanted && (
      <Suspense fallback={null}>
        <LazyNotifications position="top-center" />
      </Suspense>
    )
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
