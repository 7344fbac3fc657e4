import { useEffect, useRef, useState, type RefObject } from 'react'
import { attentionAt, type Attention, type ReportedRange } from '@dangjian/domain/training'

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
const LOOK_EVERY_MS = 2000

interface AttentionOptions {
  readonly stage: RefObject<HTMLElement | null>
  /** A video in a page that nobody sees stops; a talk may be listened to with the screen off. */
  readonly kind: 'video' | 'audio'
  readonly onPlayed: (range: ReportedRange) => void
}

interface Watch {
  signAt: number
  attention: Attention
  /** What was played since the question, until it is answered. */
  held: ReportedRange[]
}

/** Somebody is there: what waited for them. */
function takeSign(watch: Watch): ReportedRange[] {
  watch.signAt = performance.now()
  return watch.held.splice(0)
}

/**
 * Keeps an empty room from collecting hours: whoever gave no sign for long is asked, and what plays meanwhile counts
 * only when they answer. Playing stops when nobody does, and when a video's page is hidden.
 */
export function usePlayAttention({ stage, kind, onPlayed }: AttentionOptions) {
  const [attention, setAttention] = useState<Attention>('here')
  const [hidden, setHidden] = useState(false)
  const kept = useRef<Watch>({ signAt: 0, attention: 'here', held: [] })
  const tell = useRef(onPlayed)
  tell.current = onPlayed

  const become = (next: Attention): void => {
    if (next === kept.current.attention) return
    kept.current.attention = next
    setAttention(next)
    if (next === 'away') {
      kept.current.held = []
      player()?.pause()
    }
  }
  const answer = (): void => {
    for (const range of takeSign(kept.current)) tell.current(range)
    become('here')
  }
  const player = () => stage.current?.querySelector<HTMLMediaElement>('video, audio')
  const latest = useRef({ become, answer, player })
  latest.current = { become, answer, player }

  useEffect(() => {
    const sign = () => latest.current.answer()
    const look = () => {
      if (latest.current.player()?.paused === false) {
        latest.current.become(attentionAt(kept.current.signAt, performance.now()))
      }
    }
    // Who presses play is there, whatever pressed it.
    const begin = () => {
      setHidden(false)
      sign()
    }
    const show = () => {
      if (document.visibilityState === 'visible') return sign()
      const playing = latest.current.player()
      if (kind !== 'video' || !playing || playing.paused || document.pictureInPictureElement) return
      playing.pause()
      setHidden(true)
    }
    takeSign(kept.current)
    const place = stage.current
    place?.addEventListener('play', begin, true)
    for (const name of signs) window.addEventListener(name, sign, { passive: true })
    document.addEventListener('visibilitychange', show)
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => {
      clearInterval(timer)
      place?.removeEventListener('play', begin, true)
      for (const name of signs) window.removeEventListener(name, sign)
      document.removeEventListener('visibilitychange', show)
    }
  }, [stage, kind])

  return {
    attention,
    hidden,
    answer,
    /** What was played, on its way to the report: at once, or once somebody has answered. */
    notePlayed: (range: ReportedRange): void => {
      const { current } = kept
      if (current.attention === 'here') onPlayed(range)
      else if (current.attention === 'asked') current.held.push(range)
    },
  }
}
