const KEY = 'dangjian-window'
let made: string | undefined

/** This window, for as long as it is open: the server lets one window at a time answer a paper or play a recording. */
export function windowKey(): string {
  if (made) return made
  try {
    made = sessionStorage.getItem(KEY) ?? crypto.randomUUID()
    sessionStorage.setItem(KEY, made)
  } catch {
    // A browser that keeps nothing has a new window after each reload, and takes over from itself.
    made ??= crypto.randomUUID()
  }
  return made
}
