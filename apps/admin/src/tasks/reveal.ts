/** Brings something into sight within its own pane, and leaves the page where it is. */
export function reveal(element: Element | null | undefined): void {
  const pane = element && scrollingPane(element)
  if (!element || !pane) return
  const [own, frame] = [element.getBoundingClientRect(), pane.getBoundingClientRect()]
  const margin = Math.min(48, frame.height / 6)
  if (own.top >= frame.top + margin && own.bottom <= frame.bottom - margin) return
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const top = pane.scrollTop + own.top - frame.top - frame.height / 3
  pane.scrollTo({ top, behavior: still ? 'auto' : 'smooth' })
}

function scrollingPane(element: Element): Element | null {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at)
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) return at
  }
  return null
}
