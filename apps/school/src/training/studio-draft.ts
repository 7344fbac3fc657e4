import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Course, CourseId } from '@dangjian/domain/training'
import type { Saving } from '@dangjian/ui/save-state'
import { api, client, isApiError, queryClient, useApi } from '@dangjian/door/api'
import { useSession } from '@dangjian/door/session'

export type DraftFields = Pick<Course, 'title' | 'summary' | 'audience' | 'hours' | 'content'>

/** Somebody else saved meanwhile: who and when. */
export interface Conflict {
  readonly by: string
  readonly at: number
}

const SAVE_AFTER_MS = 1500
const TRY_AGAIN_MS = 8000
const LOOK_EVERY_MS = 20_000

function fieldsOf({ title, summary, audience, hours, content }: DraftFields): DraftFields {
  return { title, summary, audience, hours, content }
}

/** A course's draft on this page: saved by itself a moment after each change, never over somebody else's. */
export function useCourseDraft(courseId: CourseId, editable: boolean) {
  const me = useSession()?.person.name
  const shown = useQuery({
    ...useApi().training.showCourseDraft.queryOptions({ courseId }),
    refetchInterval: LOOK_EVERY_MS,
    staleTime: 0,
  })
  const { refetch } = shown
  const [fields, setFields] = useState<DraftFields | null>(null)
  const [saving, setSaving] = useState<Saving>({ kind: 'none' })
  const [trouble, setTrouble] = useState<{ error: unknown; final: boolean } | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [mine, setMine] = useState<DraftFields | null>(null)
  const [refreshedBy, setRefreshedBy] = useState<string | null>(null)
  const now = useRef({ fields: null as DraftFields | null, rev: 0, dirty: false, stopped: false })
  const running = useRef<Promise<void> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const adopt = useCallback((theirs: DraftFields & { rev: number }) => {
    now.current = { fields: fieldsOf(theirs), rev: theirs.rev, dirty: false, stopped: false }
    setFields(now.current.fields)
  }, [])

  const save = useCallback(async (): Promise<void> => {
    const { fields: sent, rev, dirty, stopped } = now.current
    if (!sent || !dirty || stopped || sent.title.trim().length < 2) return
    setSaving({ kind: 'saving' })
    try {
      const saved = await client.training.saveCourseDraft.mutate({ courseId, rev, ...sent })
      now.current.rev = saved.rev
      now.current.dirty = now.current.fields !== sent
      setTrouble(null)
      setSaving(now.current.dirty ? { kind: 'unsaved' } : { kind: 'saved', at: saved.savedAt })
      // Whether it differs from what is published is the server's to say.
      if (!now.current.dirty) void refetch()
    } catch (error) {
      const detail = isApiError(error) && error.data?.refusal === 'edited-meanwhile' ? error.data.detail : null
      if (detail) {
        now.current.stopped = true
        setConflict({ by: String(detail.by), at: Number(detail.at) })
      } else {
        // Whoever may no longer write here is not asked again and again; what they wrote stays, to be copied.
        const final = isApiError(error) && [403, 404].includes(error.data?.httpStatus ?? 0)
        now.current.stopped = final
        setTrouble({ error, final })
      }
      setSaving({ kind: 'failed' })
    }
  }, [courseId, refetch])

  /** Saves what is not saved yet; one save at a time. True when all is saved. */
  const settle = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    for (let tries = 0; tries < 3 && now.current.dirty && !now.current.stopped; tries += 1) {
      running.current ??= save().finally(() => (running.current = null))
      await running.current
    }
    if (now.current.dirty && !now.current.stopped) timer.current = setTimeout(() => void settle(), TRY_AGAIN_MS)
    return !now.current.dirty
  }, [save])

  const change = useCallback(
    (edit: (before: DraftFields) => DraftFields) => {
      if (!editable || !now.current.fields) return
      now.current.fields = edit(now.current.fields)
      now.current.dirty = true
      setFields(now.current.fields)
      setSaving((before) => (before.kind === 'saving' ? before : { kind: 'unsaved' }))
      setRefreshedBy(null)
      clearTimeout(timer.current)
      if (!now.current.stopped) timer.current = setTimeout(() => void settle(), SAVE_AFTER_MS)
    },
    [editable, settle],
  )

  // What comes from the server is taken over where nothing was typed meanwhile; else it is a conflict, told at once.
  useEffect(() => {
    const { data } = shown
    if (!data || running.current || data.rev <= now.current.rev) return
    if (!now.current.fields) adopt(data)
    else if (!now.current.dirty) {
      adopt(data)
      if (data.updatedByName !== me) setRefreshedBy(data.updatedByName)
    } else if (!now.current.stopped) {
      now.current.stopped = true
      setConflict({ by: data.updatedByName, at: data.updatedAt })
    }
  }, [shown, adopt, me])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (now.current.dirty) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      void settle()
    }
  }, [settle])

  const latest = () =>
    queryClient.fetchQuery({ ...api.training.showCourseDraft.queryOptions({ courseId }), staleTime: 0 })
  const reload = async () => {
    adopt(await latest())
    setSaving({ kind: 'none' })
  }
  return {
    shown,
    fields,
    saving,
    trouble,
    conflict,
    mine,
    refreshedBy,
    change,
    settle,
    reload,
    rev: () => now.current.rev,
    useTheirs: async () => {
      const kept = now.current.fields
      await reload()
      setMine(kept)
      setConflict(null)
    },
    keepMine: async () => {
      now.current.rev = (await latest()).rev
      now.current.stopped = false
      setConflict(null)
      await settle()
    },
    backToMine: () => {
      if (mine) change(() => mine)
      setMine(null)
    },
    forgetMine: () => setMine(null),
  }
}

export type CourseDraft = ReturnType<typeof useCourseDraft>
