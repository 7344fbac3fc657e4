import { useEffect, useState } from 'react'

/**
 * Milliseconds left by the server's clock, told each second; null without a limit. The device's own clock has no part
 * in it: what goes by is measured from when the server said how late it is.
 */
export function useTimeLeft(deadlineAt: number | null, serverNow: number): number | null {
  const [start] = useState(() => ({ at: performance.now(), serverNow }))
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    if (deadlineAt === null) return
    const tick = () => setPassed(performance.now() - start.at)
    const timer = setInterval(tick, 1000)
    // A phone that slept wakes up late: look at once.
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [start, deadlineAt])
  return deadlineAt === null ? null : Math.max(0, deadlineAt - start.serverNow - passed)
}
