import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant, useMay } from '@dangjian/door/session'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { useHotkeys, useMediaQuery } from '@dangjian/ui/hooks'
import { KeyHints } from '@dangjian/ui/key-hints'
import { Button, VisuallyHidden } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useTexts } from '../app/texts.ts'
import { HeldBar } from './held-bar.tsx'
import { ReviewDetail } from './review-detail.tsx'
import { ReviewList } from './review-list.tsx'
import { useReviewQueue } from './review-queue.ts'
import classes from './review.module.css'

const route = getRouteApi('/inside/tasks/review')

/** What societies submitted, like a mail reader: the list, the evidence in place, a decision by key, the next by itself. */
export function ReviewPage() {
  const t = useTexts('review')
  const frame = useTexts('frame')
  const may = useMay()
  const { open } = route.useSearch()
  const unitId = useActingGrant()?.unitId
  const narrow = useMediaQuery('(max-width: 61.99em)', undefined, { getInitialValueInEffect: false }) ?? false
  const list = useInfiniteQuery({
    ...useApi().tasks.listSubmitted.infiniteQueryOptions(
      { unitId: unitId! },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled: unitId !== undefined,
  })
  const queue = useReviewQueue(list, open, narrow)
  useHotkeys([
    ['j', () => queue.move(1)],
    ['k', () => queue.move(-1)],
  ])
  const { current, rows, remaining, held } = queue
  const deciding = may('tasks.close-assignment')
  const reading = current !== undefined && (!narrow || open !== undefined)
  if (list.error) return <TroubleFace error={list.error} onRetry={() => void list.refetch()} />
  return (
    <>
      {narrow && reading ? (
        <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      ) : (
        <PageHeading
          title={t('title')}
          suffix={frame('product')}
          note={<span>{remaining === 0 ? t('none') : t('remaining', { count: remaining })}</span>}
          others={
            rows.length > 0 ? (
              <KeyHints
                hints={[
                  ...(deciding
                    ? [
                        { keys: ['A'], what: t('close') },
                        { keys: ['R'], what: t('return') },
                      ]
                    : []),
                  { keys: ['J', 'K'], what: t('move') },
                ]}
              />
            ) : undefined
          }
        />
      )}
      <VisuallyHidden role="status">
        {[
          held ? t('heldSaid', { title: frame('pair', { first: held.row.unitName, second: held.row.taskTitle }) }) : '',
          remaining === 0 ? t('none') : t('remaining', { count: remaining }),
        ].join(' ')}
      </VisuallyHidden>
      {list.isPending ? <LoadingFace /> : null}
      {list.data && !current && !list.isFetchingNextPage ? (
        <EmptyFace
          title={t('empty')}
          act={
            <Button component={Link} to="/" variant="default">
              {t('toDesk')}
            </Button>
          }
        >
          {t('emptyLead')}
        </EmptyFace>
      ) : null}
      <div className={classes.room}>
        {current ? (
          <div className={classes.reader} data-narrow={narrow || undefined}>
            {narrow && reading ? null : (
              <ReviewList
                rows={rows}
                current={reading || !narrow ? current?.id : undefined}
                held={held?.row.id}
                loading={list.isFetchingNextPage}
              />
            )}
            {reading ? <ReviewDetail key={current.id} row={current} queue={queue} narrow={narrow} /> : null}
          </div>
        ) : null}
        <HeldBar queue={queue} />
      </div>
    </>
  )
}
