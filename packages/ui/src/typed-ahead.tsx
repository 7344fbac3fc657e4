/** At most so long, in milliseconds: what never comes must not swallow what is typed. */
const PATIENCE_MS = 3000

/**
 * Catches what is typed from now on, for a field that was called and is not there yet: quick fingers neither lose letters
 * nor write them into the page behind. Answers how to stop; that answers what was typed, once.
 */
export function catchTyping(): () => string {
  let typed = ''
  const listen = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key.length === 1) typed += event.key
    else if (event.key === 'Backspace') typed = typed.slice(0, -1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const stop = (): string => {
    window.removeEventListener('keydown', listen, { capture: true })
    clearTimeout(timer)
    const caught = typed
    typed = ''
    return caught
  }
  const timer = setTimeout(stop, PATIENCE_MS)
  window.addEventListener('keydown', listen, { capture: true })
  return stop
}
