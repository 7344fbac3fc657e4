import { actingGrant } from './acting-grant.ts'

/** Addresses with the request that their pages opened with, the latest first. `ask-early.js` reads it. */
const KEY = 'dangjian-opening'
const KEPT = 10
const LONGEST = 2000

declare global {
  interface Window {
    /** What `ask-early.js` has asked, and as whom. */
    earlyAnswer?: { readonly url: string; readonly grant: string | null; readonly answer: Promise<Response> }
  }
}

let opened = false

/**
 * Fetches what pages ask. The first request after a page is loaded is what it opens with: where that was asked early, its
 * answer is taken, and it is remembered for the next time. Later ones find nothing that may have become old.
 */
export function openingFetch(address: RequestInfo | URL | string, init?: RequestInit): Promise<Response> {
  if (opened || typeof window === 'undefined') return fetch(address, init)
  opened = true
  const early = window.earlyAnswer
  delete window.earlyAnswer
  remember(String(address))
  const same = early?.url === String(address) && early.grant === actingGrant()
  return same ? early.answer : fetch(address, init)
}

/** Forgets what was opened here: the next to sit down is somebody else. */
export function forgetOpenings(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Nothing was kept.
  }
}

function remember(url: string): void {
  if (url.length > LONGEST) return
  const here = location.pathname + location.search
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? '[]') as [string, string][]
    const others = known.filter(([address]) => address !== here)
    localStorage.setItem(KEY, JSON.stringify([[here, url], ...others].slice(0, KEPT)))
  } catch {
    // A browser that keeps nothing, or something else under our name: the page asks when it is there.
  }
}
