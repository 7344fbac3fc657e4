import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { AssignmentId } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import type { SubmittedRow } from './assignment-data.ts'

/** More of the queue is asked for while so many are left. */
const AHEAD = 8

interface Pages {
  readonly data?:
    | { readonly pages: readonly { readonly rows: readonly SubmittedRow[]; readonly total: number }[] }
    | undefined
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
}

export interface ReviewQueue {
  readonly rows: readonly SubmittedRow[]
  readonly current: SubmittedRow | undefined
  /** How many wait still. */
  readonly remaining: number
  readonly move: (by: 1 | -1) => void
  /** Takes a piece of work off the queue as it is decided on, and opens the next. */
  readonly leave: (id: AssignmentId) => void
  /** Puts it back: the decision did not come about. */
  readonly putBack: (id: AssignmentId) => void
}

/** The queue as one works through it: what is decided on leaves at once, and the next opens by itself. */
export function useReviewQueue(list: Pages, open: AssignmentId | undefined, narrow: boolean): ReviewQueue {
  const api = useApi()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [left, setLeft] = useState<ReadonlySet<AssignmentId>>(new Set())
  const listed = list.data?.pages.flatMap((page) => page.rows) ?? []
  const rows = listed.filter(({ id }) => !left.has(id))
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === open),
  )
  const current = rows[at]
  const next = rows[at + 1]
  const total = list.data?.pages.at(-1)?.total ?? 0
  const go = (row: SubmittedRow | undefined) =>
    void navigate({ to: '/tasks/review', search: row ? { open: row.id } : {}, replace: !narrow })

  useEffect(() => {
    // What is read next is there when it is opened.
    if (next) void queryClient.prefetchQuery(api.tasks.showAssignment.queryOptions({ assignmentId: next.id }))
  }, [api, next, queryClient])
  useEffect(() => {
    if (list.hasNextPage && !list.isFetchingNextPage && rows.length < AHEAD) list.fetchNextPage()
  }, [list, rows.length])

  return {
    rows,
    current,
    remaining: Math.max(0, total - listed.filter(({ id }) => left.has(id)).length),
    move: (by) => {
      const row = rows[at + by]
      if (row) go(row)
    },
    leave: (id) => {
      setLeft((ids) => new Set([...ids, id]))
      go(rows[at + 1] ?? rows[at - 1])
    },
    putBack: (id) => setLeft((ids) => new Set([...ids].filter((each) => each !== id))),
  }
}
