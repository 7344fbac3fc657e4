import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { AssignmentId } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import type { SubmittedRow } from './assignment-data.ts'
import { useHeldAcceptance, type Acceptances, type HeldAcceptance } from './use-held-acceptance.ts'

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
  readonly held: Acceptances['held']
  readonly bar: Pick<Acceptances, 'pause' | 'resume'>
  /** What was opened by taking an acceptance back. */
  readonly cameBack: AssignmentId | null
  readonly move: (by: 1 | -1) => void
  /** Accepts, to be sent in a while, and opens the next. */
  readonly accept: (acceptance: HeldAcceptance) => void
  /** Takes the acceptance that is held back, and opens it again. */
  readonly undo: () => void
  /** Takes a piece of work off the queue as it is returned, and opens the next; what is held is sent. */
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
  const without = (id: AssignmentId) => setLeft((ids) => new Set([...ids, id]))
  const putBack = (id: AssignmentId) => setLeft((ids) => new Set([...ids].filter((each) => each !== id)))
  const [cameBack, setCameBack] = useState<AssignmentId | null>(null)
  const { held, hold, send, undo, pause, resume } = useHeldAcceptance(
    ({ id }) => without(id),
    ({ id }) => putBack(id),
  )
  const standing = listed.filter(({ id }) => !left.has(id))
  // What is held stays in sight and says so, and one does not come upon it again.
  const rows = standing.filter(({ id }) => id !== held?.row.id)
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
    rows: standing,
    current,
    remaining: Math.max(0, total - (listed.length - rows.length)),
    held,
    bar: { pause, resume },
    cameBack,
    move: (by) => {
      const row = rows[at + by]
      if (row) go(row)
    },
    accept: (acceptance) => {
      hold(acceptance)
      go(rows[at + 1] ?? rows[at - 1])
    },
    undo: () => {
      const taken = undo()
      if (!taken) return
      setCameBack(taken.row.id)
      go(taken.row)
    },
    leave: (id) => {
      send()
      without(id)
      go(rows[at + 1] ?? rows[at - 1])
    },
    putBack,
  }
}
