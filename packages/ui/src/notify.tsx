import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'

/** A short word that something went well, or what to do when it did not; an undo may stand beside it. */
export function notify(message: {
  text: ReactNode
  tone?: 'good' | 'bad' | 'neutral'
  id?: string
  stay?: boolean
}): void {
  const { text, tone = 'good', id, stay = false } = message
  notifications.show({
    ...(id ? { id } : {}),
    message: text,
    color: tone === 'good' ? 'green' : tone === 'bad' ? 'red' : 'gray',
    role: tone === 'bad' ? 'alert' : 'status',
    autoClose: stay ? false : tone === 'bad' ? 8000 : 4000,
  })
}

export { notifications }
