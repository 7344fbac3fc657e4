import { useEffect, useRef, type RefObject } from 'react'
import type { Played } from './video-player.tsx'

/** A stretch is told when it has become this long, in seconds. */
const TELL_AFTER = 10
/** A step of more than this, in seconds beyond what the speed explains, is a jump. */
const JUMP = 1.5

/** Watches a player and tells the stretches that were really played. */
export function usePlayed(
  media: RefObject<HTMLMediaElement | null>,
  onPlayed: ((played: Played) => void) | undefined,
  onPosition: ((seconds: number) => void) | undefined,
  again: number,
): void {
  const tell = useRef({ onPlayed, onPosition })
  tell.current = { onPlayed, onPosition }
  useEffect(() => {
    const player = media.current
    if (!player) return
    let from: number | null = null
    let last = 0
    let rate = 1
    const close = () => {
      if (from !== null && last - from > 0.2) tell.current.onPlayed?.({ from, to: last, rate })
      from = null
      tell.current.onPosition?.(player.currentTime)
    }
    const step = () => {
      const now = player.currentTime
      if (player.paused || player.seeking) return
      if (from === null) {
        from = now
        rate = player.playbackRate
      } else if (now < last - 0.2 || now - last > JUMP * Math.max(1, rate)) {
        close()
        from = now
        rate = player.playbackRate
      }
      last = now
      if (now - (from ?? now) >= TELL_AFTER) {
        close()
        from = now
        rate = player.playbackRate
      }
    }
    const changeRate = () => {
      close()
      rate = player.playbackRate
    }
    const hide = () => {
      if (document.visibilityState === 'hidden') close()
    }
    const listeners = { timeupdate: step, pause: close, seeking: close, ended: close, ratechange: changeRate }
    for (const [name, listener] of Object.entries(listeners)) player.addEventListener(name, listener)
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('pagehide', close)
    return () => {
      close()
      for (const [name, listener] of Object.entries(listeners)) player.removeEventListener(name, listener)
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('pagehide', close)
    }
  }, [media, again])
}
