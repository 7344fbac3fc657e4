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
  const { refetch } = attempt
  const onOver = useCallback(() => setOver(true), [])
  // Another window may have taken the paper over, or handed it in, while this one lay behind.
  useEffect(() => {
    const look = () => void (document.visibilityState === 'visible' && refetch({ cancelRefetch: false }))
    window.addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [refetch])
  useEffect(() => {
    if (closed) void toResult()
  }, [closed, toResult])
  if (over) return <ExamOver />
  if (attempt.isPending || closed) return <LoadingFace shape="page" />
  if (attempt.isLoadingError) return <TroubleFace error={attempt.error} onRetry={() => void attempt.refetch()} />
  return <ExamPaper shown={attempt.data} onOver={onOver} look={refetch} onHandedIn={() => void toResult()} />
}
