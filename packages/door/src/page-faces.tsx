import { Link, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FailedFace, LoadingFace, OfflineFace, OutOfScopeFace } from '@dangjian/ui/faces'
import { Button } from '@dangjian/ui/kit'
import { isApiError } from './api.ts'
import { useDoorTexts } from './door-texts.ts'

/** Nothing here, or not one's own to see: the same page for both. */
export function NotFoundPage() {
  const t = useDoorTexts()
  return (
    <OutOfScopeFace
      order={1}
      title={t('face.notFoundTitle')}
      act={
        <Button component={Link} to="/" variant="default">
          {t('own.home')}
        </Button>
      }
    >
      {t('own.notFound')}
    </OutOfScopeFace>
  )
}

/** The same where there is no frame around it. */
export function NotFoundOutside() {
  return (
    <main>
      <NotFoundPage />
    </main>
  )
}

export function LoadingPage() {
  return <LoadingFace shape="page" />
}

/** After an update the old page asks for files that are gone. */
function isStalePage(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script/i.test(error.message)
}

/** The face for what went wrong with a page or a list: out of scope, no line, or a failure with a way to retry. */
export function TroubleFace({ error, onRetry }: { error: unknown; onRetry: () => void }): ReactNode {
  const t = useDoorTexts()
  if (isApiError(error) && error.data?.code === 'NOT_FOUND') return <NotFoundPage />
  if (isApiError(error) && error.data?.code === 'FORBIDDEN') {
    return <OutOfScopeFace title={t('face.notFoundTitle')}>{t('own.forbidden')}</OutOfScopeFace>
  }
  if (isApiError(error) && !error.data) {
    return (
      <OfflineFace title={t('face.offlineTitle')} onRetry={onRetry}>
        {t('face.offline')}
      </OfflineFace>
    )
  }
  if (isStalePage(error)) {
    return (
      <FailedFace
        title={t('face.newVersion')}
        act={
          <Button variant="default" onClick={() => window.location.reload()}>
            {t('face.reload')}
          </Button>
        }
      />
    )
  }
  return (
    <FailedFace title={t('face.failedTitle')} onRetry={onRetry}>
      {t('own.failed')}
    </FailedFace>
  )
}

/** The router's own error page. */
export function RouteTrouble({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return <TroubleFace error={error} onRetry={retry} />
}
