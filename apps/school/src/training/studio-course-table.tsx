import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { courseStateWords, type CourseId, type CourseState } from '@dangjian/domain/training'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { InstantText } from '@dangjian/ui/date-text'
import { Anchor, Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import type { Tone } from '@dangjian/ui/tokens'
import { useWord } from '@dangjian/door/word'
import { useStudioTexts } from './studio-texts.ts'

export interface CourseRow {
  readonly id: CourseId
  readonly title: string
  readonly unitName: string
  readonly hours: number
  readonly state: CourseState
  readonly versionNumber: number | null
  readonly ahead: boolean
  readonly learners: number
  readonly passed: number
  readonly updatedAt: number
  readonly updatedByName: string
}

const tones: Readonly<Record<CourseState, Tone>> = { draft: 'neutral', published: 'good', withdrawn: 'closed' }

/** A course's state, and whether its draft holds what is not published yet. */
export function CourseStateBadge({ state, ahead }: { state: CourseState; ahead: boolean }) {
  const t = useStudioTexts()
  const word = useWord()
  return (
    <>
      <StateBadge tone={tones[state]}>{word(courseStateWords, state)}</StateBadge>
      {state === 'published' && ahead ? (
        <Text component="span" size="xs" c="dimmed" display="block">
          {t('courses.ahead')}
        </Text>
      ) : null}
    </>
  )
}

export function CourseTable(props: {
  rows: readonly CourseRow[]
  total: number
  stale: boolean
  onMore: (() => void) | undefined
  loadingMore: boolean
  empty: ReactNode
}) {
  const t = useStudioTexts()
  const navigate = useNavigate()
  const columns: DataColumn<CourseRow>[] = [
    {
      key: 'title',
      header: t('courses.name'),
      primary: true,
      cell: (row) => (
        <Anchor component={Link} to={`/studio/courses/${row.id}`}>
          {row.title}
        </Anchor>
      ),
    },
    {
      key: 'state',
      header: t('courses.state'),
      cell: (row) => <CourseStateBadge state={row.state} ahead={row.ahead} />,
    },
    { key: 'hours', header: t('courses.hours'), align: 'end', cell: (row) => row.hours },
    {
      key: 'learners',
      header: t('courses.learners'),
      cell: (row) =>
        row.learners === 0 ? (
          <Text span size="sm" c="dimmed">
            {t('courses.nobody')}
          </Text>
        ) : (
          t('courses.learnersCount', { learners: row.learners, passed: row.passed })
        ),
    },
    {
      key: 'updated',
      header: t('courses.updated'),
      cell: (row) => (
        <>
          <InstantText at={row.updatedAt} /> <span>{row.updatedByName}</span>
        </>
      ),
    },
  ]
  return (
    <DataTable
      {...props}
      label={t('courses.title')}
      columns={columns}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.title}
      onOpen={(row) => void navigate({ to: '/studio/courses/$courseId', params: { courseId: row.id } })}
    />
  )
}
