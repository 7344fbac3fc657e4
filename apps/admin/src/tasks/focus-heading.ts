/** Once what was pressed has gone, one stands on the page's name instead of nowhere. */
export function focusHeading(): void {
  focusNext(() => document.querySelector<HTMLElement>('#page-title'))
}

/** Focus goes to what stands there after the next drawing. */
export function focusNext(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => find()?.focus())
}
