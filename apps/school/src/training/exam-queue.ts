import type { AttemptId, Response } from '@dangjian/domain/training'

/** What this device keeps of a paper until it is handed in: answers with the count of their changes, and marks. */
export interface KeptPaper {
  readonly answers: Readonly<Record<number, { readonly response: Response; readonly seq: number }>>
  readonly marked: readonly number[]
}

const nothing: KeptPaper = { answers: {}, marked: [] }
const keyOf = (attemptId: AttemptId): string => `dangjian-paper-${attemptId}`

export function readPaper(attemptId: AttemptId): KeptPaper {
  try {
    const text = localStorage.getItem(keyOf(attemptId))
    return text ? { ...nothing, ...(JSON.parse(text) as Partial<KeptPaper>) } : nothing
  } catch {
    return nothing
  }
}

/** A browser that keeps nothing still has the answers in the page. */
export function keepPaper(attemptId: AttemptId, paper: KeptPaper): void {
  try {
    localStorage.setItem(keyOf(attemptId), JSON.stringify(paper))
  } catch {
    // Full or forbidden: the page holds them.
  }
}

/** Cleared as soon as the paper is handed in. */
export function forgetPaper(attemptId: AttemptId): void {
  try {
    localStorage.removeItem(keyOf(attemptId))
  } catch {
    // There was nothing to clear.
  }
}
