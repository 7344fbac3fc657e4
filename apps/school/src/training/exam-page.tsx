import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import type { AttemptId } from '@dangjian/domain/training'
import { LoadingFace } from '@dangjian/ui/faces'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { ExamPaper } from './exam-paper.tsx'
import { ExamOver } from './exam-over.tsx'
import { forgetPaper } from './exam-queue.ts'
import { windowKey } from './window-key.ts'

const route = getRouteApi('/inside/attempts/$attemptId')

/** A test being sat; once it is closed, its result. */
export function ExamPage() {
  const attemptId = route.useParams().attemptId as AttemptId
  const api = useApi()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [over, setOver] = useState(false)
  const attempt = useQuery({
    ...api.training.showAttempt.queryOptions({ attemptId, device: windowKey() }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    // Once time is over the server collects the paper: look until it has.
    refetchInterval: over ? 1500 : false,
  })
  const closed = attempt.data?.state === 'closed'
  const toResult = useCallback(async () => {
    forgetPaper(attemptId)
    await queries.invalidateQueries({ queryKey: api.training.pathKey(), refetchType: 'none' })
    await navigate({ to: `/attempts/${attemptId}/result`, replace: true })
  }, [attemptId, api, navigate, queries])
  const onClosed = useCallback(() => setOver(true), [])
  useEffect(() => {
    if (closed) void toResult()
  }, [closed, toResult])
  if (attempt.isPending) return <LoadingFace shape="page" />
  if (over || closed) return <ExamOver />
  if (attempt.error) return <TroubleFace error={attempt.error} onRetry={() => void attempt.refetch()} />
  return <ExamPaper shown={attempt.data} onClosed={onClosed} onHandedIn={() => void toResult()} />
}
