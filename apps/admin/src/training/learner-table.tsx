import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { learnerStandingWords, type LearnerStanding } from '@dangjian/domain/training'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { DateText, InstantText } from '@dangjian/ui/date-text'
import { Anchor, Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import type { Tone } from '@dangjian/ui/tokens'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'

export interface LearnerRow {
  readonly personId: string
  readonly personName: string
  readonly societyName: string
  readonly courseId: string
  readonly courseTitle: string
  readonly dueOn: string
  readonly standing: LearnerStanding
  readonly movedAt: number | null
  readonly certificateId: string | null
}

const tones: Readonly<Record<LearnerStanding, Tone>> = {
  'not-begun': 'neutral',
  learning: 'active',
  overdue: 'bad',
  passed: 'good',
}

/** People with a course each, and where they stand. */
export function LearnerTable(props: {
  rows: readonly LearnerRow[]
  /** Unknown while it is being counted. */
  total: number | undefined
  onMore: (() => void) | undefined
  loadingMore: boolean
  empty: ReactNode
}) {
  const t = useTexts('progress')
  const word = useWord()
  const columns: readonly DataColumn<LearnerRow>[] = [
    {
      key: 'person',
      header: t('person'),
      primary: true,
      cell: (row) => (
        <Anchor component={Link} to={`/training/progress/${row.personId}`}>
          {row.personName}
        </Anchor>
      ),
    },
    { key: 'society', header: t('society'), cell: (row) => row.societyName },
    { key: 'course', header: t('course'), cell: (row) => row.courseTitle },
    {
      key: 'standing',
      header: t('standing'),
      cell: ({ standing }) => <StateBadge tone={tones[standing]}>{word(learnerStandingWords, standing)}</StateBadge>,
    },
    {
      key: 'due',
      header: t('due'),
      cell: ({ dueOn, standing }) => <DateText date={dueOn} due settled={standing === 'passed'} />,
    },
    {
      key: 'moved',
      header: t('moved'),
      cell: ({ movedAt }) =>
        movedAt === null ? (
          <Text span size="sm" c="dimmed">
            {t('never')}
          </Text>
        ) : (
          <InstantText at={movedAt} />
        ),
    },
    {
      key: 'certificate',
      header: t('certificate'),
      cell: ({ certificateId, personName }) =>
        certificateId ? (
          <Anchor href={`/certificates/${certificateId}`} aria-label={`${t('openCertificate')} ${personName}`}>
            {t('openCertificate')}
          </Anchor>
        ) : (
          '–'
        ),
    },
  ]
  return (
    <DataTable
      {...props}
      label={t('people')}
      columns={columns}
      rowKey={(row) => `${row.personId} ${row.courseId}`}
      rowLabel={(row) => `${row.personName} ${row.courseTitle}`}
    />
  )
}
