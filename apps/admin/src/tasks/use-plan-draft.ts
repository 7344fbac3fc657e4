import { useCallback, useEffect, useRef, useState } from 'react'
import type { PlanOutline } from '@dangjian/domain/tasks'
import { api, client, isApiError, queryClient } from '@dangjian/door/api'
import type { Saving } from '@dangjian/ui/save-state'
import type { ShownPlan } from './plan-data.ts'

interface Content {
  readonly title: string
  readonly outline: PlanOutline
}

interface History {
  readonly past: readonly Content[]
  readonly present: Content
  readonly future: readonly Content[]
}

export interface Conflict {
  readonly by: string
  readonly at: number
}

const QUIET_MS = 1200
const REMEMBERED = 200

/**
 * An outline being mended: every change can be undone, and is saved by itself after a moment's quiet. When somebody
 * else saved meanwhile, nothing is lost and nothing is overwritten before one has chosen.
 */
export function usePlanDraft(shown: ShownPlan) {
  const { plan } = shown
  const [history, setHistory] = useState<History>(() => startOf(plan))
  const [saving, setSaving] = useState<Saving>({ kind: 'none' })
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const stored = useRef({ rev: plan.rev, content: history.present })
  const present = useRef(history.present)
  const running = useRef<Promise<boolean> | null>(null)
  const halted = useRef(false)
  present.current = history.present
  halted.current = conflict !== null

  const store = useCallback(async (): Promise<boolean> => {
    const content = present.current
    setSaving({ kind: 'saving' })
    try {
      const { rev, updatedAt } = await client.tasks.saveWorkPlan.mutate({
        workPlanId: plan.id,
        rev: stored.current.rev,
        title: content.title,
        outline: content.outline,
      })
      stored.current = { rev, content }
      keepShown(plan.id, { ...content, rev, updatedAt })
      setFailure(null)
      setSaving({ kind: present.current === content ? 'saved' : 'unsaved', at: updatedAt })
      return true
    } catch (error) {
      const detail = isApiError(error) && error.data?.refusal === 'edited-meanwhile' ? error.data.detail : null
      if (detail) setConflict({ by: String(detail.by), at: Number(detail.at) })
      else setFailure(error)
      setSaving({ kind: 'failed' })
      return false
    }
  }, [plan.id])

  /** Saves what is not saved yet; answers whether everything is. */
  const flush = useCallback(async (): Promise<boolean> => {
    while (present.current !== stored.current.content) {
      if (halted.current) return false
      running.current ??= store().finally(() => (running.current = null))
      if (!(await running.current)) return false
    }
    return true
  }, [store])

  useEffect(() => {
    if (history.present === stored.current.content || conflict) return
    setSaving((now) => (now.kind === 'saving' ? now : { kind: 'unsaved' }))
    const timer = setTimeout(() => void flush(), QUIET_MS)
    return () => clearTimeout(timer)
  }, [history.present, conflict, flush])

  // Leaving the page saves at once; closing the tab asks first.
  useEffect(() => () => void flush(), [flush])
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (present.current !== stored.current.content) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])

  // A newer version from the server is taken over while nothing of one's own is unsaved.
  useEffect(() => {
    if (plan.rev <= stored.current.rev || present.current !== stored.current.content) return
    const next = startOf(plan)
    stored.current = { rev: plan.rev, content: next.present }
    setHistory(next)
  }, [plan])

  const change = useCallback((next: Partial<Content>) => {
    setHistory(({ past, present: now }) => ({
      past: [...past, now].slice(-REMEMBERED),
      present: { ...now, ...next },
      future: [],
    }))
  }, [])
  const undo = useCallback(() => {
    setHistory((all) => {
      const last = all.past.at(-1)
      return last ? { past: all.past.slice(0, -1), present: last, future: [all.present, ...all.future] } : all
    })
  }, [])
  const redo = useCallback(() => {
    setHistory((all) => {
      const [next, ...future] = all.future
      return next ? { past: [...all.past, all.present], present: next, future } : all
    })
  }, [])
  /** Ends a conflict: on top of the other's version, or by taking it. */
  const settle = useCallback((theirs: ShownPlan['plan'], keep: 'mine' | 'theirs') => {
    const taken = startOf(theirs)
    stored.current = { rev: theirs.rev, content: taken.present }
    if (keep === 'theirs') setHistory(taken)
    setConflict(null)
    halted.current = false
    setSaving({ kind: keep === 'theirs' ? 'none' : 'unsaved' })
  }, [])
  return {
    title: history.present.title,
    outline: history.present.outline,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    /** The outlines that undo and redo would bring back. */
    before: history.past.at(-1)?.outline,
    after: history.future[0]?.outline,
    unsaved: history.present !== stored.current.content,
    saving,
    conflict,
    failure,
    change,
    undo,
    redo,
    flush,
    settle,
  }
}

export type PlanDraft = ReturnType<typeof usePlanDraft>

function startOf(plan: ShownPlan['plan']): History {
  return { past: [], present: { title: plan.title, outline: plan.outline }, future: [] }
}

/** What was saved is what the page shows when one comes back to it. */
function keepShown(workPlanId: ShownPlan['plan']['id'], saved: Content & { rev: number; updatedAt: number }): void {
  const { queryKey } = api.tasks.showWorkPlan.queryOptions({ workPlanId })
  queryClient.setQueryData(queryKey, (shown) => shown && { ...shown, plan: { ...shown.plan, ...saved } })
  void queryClient.invalidateQueries(api.tasks.listWorkPlans.pathFilter())
}
