import { useEffect, useRef, useState } from 'react'
import { tasksRefusalWords } from '@dangjian/domain/tasks'
import { client } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments, type SubmittedRow } from './assignment-data.ts'

/** How long an acceptance can be undone before it is sent. */
const HOLD_MS = 7000

/** An acceptance not sent yet: closing has no way back, so it is held until its time is over. */
export interface HeldAcceptance {
  readonly row: SubmittedRow
  readonly rev: number
}

export interface Acceptances {
  readonly held: HeldAcceptance | null
  readonly hold: (acceptance: HeldAcceptance) => void
  /** Sends what is held at once. */
  readonly send: () => void
  /** Nothing was sent: takes it back, and answers what it was. */
  readonly undo: () => HeldAcceptance | null
  /** Time stands still while the bar is in use. */
  readonly pause: () => void
  readonly resume: () => void
}

/**
 * Holds one acceptance at a time. It is sent when its time is over, with the next decision, when the page is left, and
 * when the browser hides or closes the page: a phone may end a hidden page without another word.
 */
export function useHeldAcceptance(
  onSent: (row: SubmittedRow) => void,
  onFailed: (row: SubmittedRow) => void,
): Acceptances {
  const t = useTexts('review')
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const waiting = useRef<HeldAcceptance | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [held, setHeld] = useState<HeldAcceptance | null>(null)
  const take = () => {
    clearTimeout(timer.current)
    const taken = waiting.current
    waiting.current = null
    setHeld(null)
    return taken
  }
  const deliver = async ({ row, rev }: HeldAcceptance) => {
    const title = `${row.unitName}：${row.taskTitle}`
    onSent(row)
    try {
      await client.tasks.closeAssignment.mutate({ assignmentId: row.id, rev })
      notify({ text: t('closed', { title }) })
    } catch (error) {
      onFailed(row)
      notify({ text: `${title} · ${sayWhy(error)}`, tone: 'bad', stay: true })
    }
    await refreshAssignments()
  }
  const send = () => {
    const taken = take()
    if (taken) void deliver(taken)
  }
  const sendNow = useRef(send)
  useEffect(() => {
    sendNow.current = send
  })
  useEffect(() => {
    const leave = () => sendNow.current()
    const hide = () => (document.visibilityState === 'hidden' ? leave() : undefined)
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hide)
      leave()
    }
  }, [])
  const resume = () => {
    clearTimeout(timer.current)
    if (waiting.current) timer.current = setTimeout(() => sendNow.current(), HOLD_MS)
  }
  return {
    held,
    hold: (acceptance) => {
      send()
      waiting.current = acceptance
      setHeld(acceptance)
      resume()
    },
    send,
    undo: take,
    pause: () => clearTimeout(timer.current),
    resume,
  }
}
