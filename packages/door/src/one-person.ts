/** The person whose session this browser holds. All its tabs share the session. */
const KEY = 'dangjian-person'
let shown: string | null = null

/** Tells the other tabs who is signed in; null that nobody is any more. One that shows somebody else begins anew. */
export function tellWhoIsHere(personId: string | null): void {
  shown = personId
  try {
    if (personId) localStorage.setItem(KEY, personId)
    else localStorage.removeItem(KEY)
  } catch {
    // A browser that keeps nothing has nothing to tell.
  }
}

if (typeof window !== 'undefined') {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY && shown !== null && newValue !== shown) window.location.reload()
  })
}
