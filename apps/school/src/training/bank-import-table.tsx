import {
  letterOf,
  questionFaultWords,
  questionKindOf,
  questionKindWords,
  type QuestionDraft,
  type QuestionFaultKind,
  type QuestionField,
} from '@dangjian/domain/training'
import type { Detail } from '@dangjian/domain/access'
import { DataTable } from '@dangjian/ui/data-table'
import { Checkbox, Group, SegmentedControl, Stack, Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useWord } from '@dangjian/door/word'
import { useStudioTexts } from './studio-texts.ts'

type Outcome = 'new' | 'like' | 'wrong'

interface ImportLine {
  readonly line: number
  readonly outcome: Outcome
  readonly draft: QuestionDraft
  readonly like: { readonly questionId: string | null; readonly line: number | null; readonly stem: string } | null
  readonly faults: readonly {
    readonly fault: QuestionFaultKind
    readonly field: QuestionField
    readonly detail?: Detail | undefined
  }[]
}

export interface ImportPreview {
  readonly fileName: string
  readonly format: 'table' | 'gift' | 'json'
  readonly counts: Readonly<Record<Outcome, number>>
  readonly lines: readonly ImportLine[]
}

interface ImportTableProps {
  readonly preview: ImportPreview
  readonly show: Outcome | null
  readonly also: ReadonlySet<number>
  readonly onAlso: (also: ReadonlySet<number>) => void
  readonly onShow: (show: Outcome | null) => void
}

const tones = { new: 'good', like: 'attention', wrong: 'bad' } as const
const outcomes = ['new', 'like', 'wrong'] as const

/** What each row of the file would do, with the reason where it stays out. */
export function ImportTable({ preview, show, also, onAlso, onShow }: ImportTableProps) {
  const t = useStudioTexts()
  const word = useWord()
  const { lines, counts, format } = preview
  const toggle = (line: number) => {
    const next = new Set(also)
    if (!next.delete(line)) next.add(line)
    onAlso(next)
  }
  const reasons = (row: ImportLine): string[] => {
    if (row.outcome === 'wrong') return row.faults.map(({ fault, detail }) => word(questionFaultWords, fault, detail))
    if (!row.like) return []
    return [
      row.like.line === null
        ? t('import.likeBank', { stem: row.like.stem })
        : t(`import.likeLine.${format}`, { line: row.like.line }),
    ]
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text role="status">
          {preview.fileName} · {t('import.counts', { ...counts })}
        </Text>
        <SegmentedControl
          transitionDuration={0}
          aria-label={t('import.result')}
          value={show ?? 'all'}
          onChange={(value) => onShow(outcomes.find((each) => each === value) ?? null)}
          data={[
            { value: 'all', label: `${t('import.all')} ${lines.length}` },
            ...outcomes.map((each) => ({ value: each, label: `${t(`import.outcome.${each}`)} ${counts[each]}` })),
          ]}
        />
      </Group>
      <DataTable
        label={t('import.title')}
        rows={lines.filter(({ outcome }) => show === null || outcome === show)}
        rowKey={(row) => String(row.line)}
        rowLabel={(row) => row.draft.stem}
        columns={[
          {
            key: 'line',
            header: t('import.lineHeader'),
            width: '6rem',
            cell: (row) => t(`import.line.${format}`, { line: row.line }),
          },
          {
            key: 'outcome',
            header: t('import.result'),
            width: '6.5rem',
            cell: (row) => <StateBadge tone={tones[row.outcome]}>{t(`import.outcome.${row.outcome}`)}</StateBadge>,
          },
          {
            key: 'stem',
            header: t('bank.stem'),
            primary: true,
            cell: (row) => (
              <div>
                <Text size="sm" lineClamp={3}>
                  {row.draft.stem || '—'}
                </Text>
                {reasons(row).map((reason) => (
                  <Text key={reason} size="sm" c={row.outcome === 'wrong' ? 'var(--tone-bad-text)' : 'dimmed'}>
                    {reason}
                  </Text>
                ))}
              </div>
            ),
          },
          {
            key: 'kind',
            header: t('bank.kind'),
            width: '7rem',
            cell: (row) => {
              const kind = questionKindOf(row.draft.kind)
              return kind ? word(questionKindWords, kind) : row.draft.kind || '—'
            },
          },
          {
            key: 'answer',
            header: t('question.right'),
            width: '10rem',
            cell: (row) => answerOf(row.draft, { true: t('question.yes'), false: t('question.no') }),
          },
          {
            key: 'also',
            header: t('import.alsoHeader'),
            width: '9rem',
            cell: (row) =>
              row.outcome === 'like' ? (
                <Checkbox label={t('import.also')} checked={also.has(row.line)} onChange={() => toggle(row.line)} />
              ) : null,
          },
        ]}
      />
    </Stack>
  )
}

/** What the file gives as right, in few signs. */
function answerOf({ kind, options, right, pairs }: QuestionDraft, judged: Readonly<Record<string, string>>): string {
  const known = questionKindOf(kind)
  if (known === 'matching')
    return pairs
      .map(({ premise, choice }) => `${premise}–${choice}`)
      .join('；')
      .slice(0, 60)
  if (known === 'judgement') return judged[right[0] ?? ''] ?? right[0] ?? ''
  if (options.length === 0) return right.join(' / ').slice(0, 60)
  return right
    .map((key) => {
      const place = options.findIndex((option) => option.key === key)
      return place < 0 ? key : letterOf(place)
    })
    .join('')
}
