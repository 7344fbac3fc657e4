import type { ReactNode } from 'react'
import {
  difficultyWords,
  questionKindWords,
  questionStateWords,
  type QuestionId,
  type QuestionKind,
} from '@dangjian/domain/training'
import { DataTable } from '@dangjian/ui/data-table'
import { Anchor, Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useWord } from '@dangjian/door/word'
import { useStudioTexts } from './studio-texts.ts'

export interface QuestionTableRow {
  readonly id: QuestionId
  readonly kind: QuestionKind
  readonly category: string
  readonly difficulty: number
  readonly state: 'active' | 'retired'
  readonly stem: string
  readonly courses: number
  readonly versions: number
}

interface QuestionTableProps {
  readonly rows: readonly QuestionTableRow[]
  readonly total: number
  readonly openKey: string | null
  readonly onOpen: (id: QuestionId) => void
  readonly onMore: (() => void) | undefined
  readonly loadingMore: boolean
  readonly stale: boolean
  readonly empty: ReactNode
}

export function QuestionTable({ onOpen, ...props }: QuestionTableProps) {
  const t = useStudioTexts()
  const word = useWord()
  return (
    <DataTable
      {...props}
      label={t('bank.list')}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.stem}
      onOpen={(row) => onOpen(row.id)}
      columns={[
        {
          key: 'stem',
          header: t('bank.stem'),
          primary: true,
          cell: (row) => (
            <Anchor component="button" type="button" inherit ta="start" lineClamp={2} onClick={() => onOpen(row.id)}>
              {row.stem}
            </Anchor>
          ),
        },
        { key: 'kind', header: t('bank.kind'), width: '6.5rem', cell: (row) => word(questionKindWords, row.kind) },
        { key: 'category', header: t('bank.category'), cell: (row) => row.category || t('quiz.uncategorised') },
        {
          key: 'difficulty',
          header: t('bank.difficulty'),
          width: '5.5rem',
          cell: (row) => word(difficultyWords, String(row.difficulty) as '1' | '2' | '3' | '4' | '5'),
        },
        {
          key: 'uses',
          header: t('bank.uses'),
          width: '7.5rem',
          cell: (row) =>
            row.courses > 0 ? (
              t('bank.usesCount', { count: row.courses })
            ) : (
              <Text span size="sm" c="dimmed">
                {t('bank.unused')}
              </Text>
            ),
        },
        {
          key: 'versions',
          header: t('bank.versions'),
          align: 'end',
          width: '4.5rem',
          wideOnly: true,
          cell: (row) => row.versions,
        },
        {
          key: 'state',
          header: t('bank.state'),
          width: '7rem',
          cell: (row) => (
            <StateBadge tone={row.state === 'active' ? 'good' : 'closed'}>
              {word(questionStateWords, row.state)}
            </StateBadge>
          ),
        },
      ]}
    />
  )
}
