/** Browsers keep at most so much alive for pages that are left, all requests together. */
const KEPT_BYTES = 60_000

let leaving = false
if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', () => (leaving = true))
  window.addEventListener('pageshow', () => (leaving = false))
}

/** A command asked for in the moment that its page is hidden or left still goes out. */
export function leavingFetch(address: RequestInfo | URL | string, init?: RequestInit): Promise<Response> {
  const left = leaving || (typeof document !== 'undefined' && document.visibilityState === 'hidden')
  const small = typeof init?.body === 'string' && init.body.length * 3 < KEPT_BYTES
  return fetch(address, left && small ? { ...init, keepalive: true } : init)
}
