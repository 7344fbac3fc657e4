import { useEffect, useMemo } from 'react'

/** Mantine itself waits as long before it gives the focus back. */
const AFTER_CLOSING = 10

/** What the focus goes back to as soon as a dialog has closed: what opens at once in its place gives it back there. */
let due: HTMLElement | null = null

/**
 * While something lies over the page, remembers from where it was opened; once it is closed or taken away, gives the
 * focus back there. Where that has gone meanwhile (the act is done and its button with it), one stands on the page's name.
 */
export function useFocusBack(opened: boolean): void {
  // Seen while drawing: by the time of the effect, the menu that it was chosen from may have gone.
  const pressed = useMemo(() => (opened ? openerOf(document.activeElement) : null), [opened])
  useEffect(() => {
    if (!opened) return
    const opener = pressed?.isConnected ? pressed : due
    due = null
    return () => {
      if (!opener) return
      due = opener
      window.setTimeout(() => {
        if (due !== opener) return
        due = null
        if (!hasFocus()) stillThere(opener)?.focus({ preventScroll: true })
      }, AFTER_CLOSING)
    }
  }, [opened, pressed])
}

/** An item of a menu goes with its menu: what opened the menu stays. */
function openerOf(active: Element | null): HTMLElement | null {
  if (!(active instanceof HTMLElement) || active === document.body) return null
  const menu = active.closest('[role=menu]')
  return (menu && document.getElementById(menu.getAttribute('aria-labelledby') ?? '')) ?? active
}

function hasFocus(): boolean {
  const { activeElement } = document
  return activeElement !== null && activeElement !== document.body
}

function stillThere(opener: HTMLElement): HTMLElement | null {
  return opener.isConnected && !opener.matches(':disabled') ? opener : document.getElementById('page-title')
}
