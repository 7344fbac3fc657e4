import { useEffect, useRef, useState, type RefObject } from 'react'
import type { EnrolmentId, LessonId, PlayedRange, ReportedRange, UncreditedReason } from '@dangjian/domain/training'
import { client } from '@dangjian/door/api'
import { refusalOf } from '@dangjian/door/word'
import type { LessonProps } from './lesson-page.tsx'
import { windowKey } from './window-key.ts'

/** Played stretches are reported this often. */
const REPORT_EVERY_MS = 15_000

interface PlayOptions {
  readonly stage: RefObject<HTMLElement | null>
  readonly enrolmentId: EnrolmentId
  readonly lessonId: LessonId
  readonly played: readonly PlayedRange[]
  readonly onNeed: LessonProps['onNeed']
  readonly onMoved: LessonProps['onMoved']
}

/** Keeps what was played until the server has credited it. What a lost line held back goes with the next report. */
export function usePlayReports({ stage, enrolmentId, lessonId, played: known, onNeed, onMoved }: PlayOptions) {
  const [played, setPlayed] = useState<readonly PlayedRange[]>(known)
  const [uncredited, setUncredited] = useState<{ seconds: number; reason: UncreditedReason } | null>(null)
  const [takenOver, setTakenOver] = useState(false)
  const [tookOver, setTookOver] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const kept = useRef({
    ticket: null as Promise<string | null> | null,
    ranges: [] as ReportedRange[],
    position: 0,
    busy: false,
  })
  const tell = useRef({ onNeed, onMoved })
  tell.current = { onNeed, onMoved }

  const open = (): Promise<string | null> =>
    (kept.current.ticket ??= client.training.openPlay.mutate({ enrolmentId, lessonId, device: windowKey() }).then(
      (opened) => {
        setTakenOver(false)
        setTookOver(opened.tookOver)
        return opened.ticket
      },
      () => {
        kept.current.ticket = null
        return null
      },
    ))

  const report = async (): Promise<void> => {
    const { current } = kept
    if (current.busy || current.ranges.length === 0) return
    current.busy = true
    const ranges = current.ranges.splice(0, 100)
    try {
      const ticket = await open()
      if (!ticket) throw new Error('no ticket')
      const credit = await client.training.reportPlay.mutate({
        enrolmentId,
        ticket,
        position: current.position,
        ranges,
      })
      setPlayed(credit.played)
      setUncredited(credit.uncredited)
      setWaiting(false)
      tell.current.onNeed(credit.need, credit.played)
      if (credit.need === null) tell.current.onMoved(credit.coursePassed ? credit : undefined)
    } catch (error) {
      if (refusalOf(error) === 'play-taken-over') {
        current.ticket = null
        setTakenOver(true)
      } else {
        current.ranges.unshift(...ranges)
        setWaiting(true)
      }
    } finally {
      current.busy = false
    }
  }
  const latest = useRef({ open, report })
  latest.current = { open, report }

  useEffect(() => {
    const place = stage.current
    const begin = () => void latest.current.open()
    // The player tells its last stretch when it stops: right after that.
    const flush = () => void setTimeout(() => void latest.current.report(), 0)
    const hide = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    // Events of media do not bubble, but pass by on their way down.
    place?.addEventListener('play', begin, true)
    for (const name of ['pause', 'ended']) place?.addEventListener(name, flush, true)
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('online', flush)
    const timer = setInterval(() => void latest.current.report(), REPORT_EVERY_MS)
    return () => {
      clearInterval(timer)
      place?.removeEventListener('play', begin, true)
      for (const name of ['pause', 'ended']) place?.removeEventListener(name, flush, true)
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('online', flush)
      flush()
    }
  }, [stage])

  return {
    played,
    uncredited,
    takenOver,
    tookOver,
    waiting,
    notePlayed: (range: ReportedRange) => void kept.current.ranges.push(range),
    notePosition: (seconds: number) => {
      kept.current.position = seconds
    },
    takeBack: () => void open(),
  }
}
