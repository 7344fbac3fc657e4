import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { extraTimeShares, extraTimeWords, recordMendingRefusalWords } from '@dangjian/domain/training'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { InstantText } from '@dangjian/ui/date-text'
import { EmptyFace } from '@dangjian/ui/faces'
import { Select, Stack, Text } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords, useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import type { LearnerRecord, RecordPart } from './learner-page.tsx'

type Row = LearnerRecord['courses'][number]
type Tests = NonNullable<Row['tests']>

/** The courses of a person, and how much longer their tests may take. */
export function LearnerCourses({ record, personId, onMended }: RecordPart) {
  const t = useTexts('learner')
  const word = useWord()
  const api = useApi()
  const sayWhy = useRefusalWords(recordMendingRefusalWords)
  const onError = (error: unknown) => notify({ text: sayWhy(error), tone: 'bad' })
  const grant = useMutation(api.training.grantExtraTime.mutationOptions({ onError }))
  const withdraw = useMutation(api.training.withdrawExtraTime.mutationOptions({ onError }))
  const choose = async ({ courseId }: Row, value: string): Promise<void> => {
    const share = extraTimeShares.find((each) => String(each) === value)
    // What went wrong has been said.
    const sent = share ? grant.mutateAsync({ personId, courseId, share }) : withdraw.mutateAsync({ personId, courseId })
    await sent.then(
      () => onMended(t('extraSaved', { what: share ? word(extraTimeWords, `${share}`) : t('extraNone') })),
      () => {},
    )
  }
  const ofTests = (cell: (tests: Tests, row: Row) => ReactNode) => (row: Row) =>
    row.tests ? cell(row.tests, row) : '–'
  const columns: readonly DataColumn<Row>[] = [
    { key: 'course', header: t('course'), primary: true, cell: ({ title }) => title },
    {
      key: 'standing',
      header: t('standing'),
      cell: ({ startedAt, passedAt }) => (
        <StateBadge tone={passedAt === null ? (startedAt === null ? 'neutral' : 'active') : 'good'}>
          {passedAt === null ? (startedAt === null ? t('notBegun') : t('learning')) : t('passed')}
        </StateBadge>
      ),
    },
  ]
  const testColumns: readonly DataColumn<Row>[] = [
    {
      key: 'limits',
      header: t('examTime'),
      cell: ofTests(({ limits, extraShare }) =>
        limits.length > 0
          ? limits.map((minutes) => t(extraShare === null ? 'minutes' : 'minutesExtended', { minutes })).join(' · ')
          : t('noLimit'),
      ),
    },
    {
      key: 'attempts',
      header: t('attempts'),
      cell: ofTests(({ attempts }) => (attempts.length > 0 ? <Attempts attempts={attempts} /> : '–')),
    },
    {
      key: 'extra',
      header: t('extra'),
      cell: ofTests(({ limits, extraShare }, row) =>
        !record.own && limits.length > 0 ? (
          <Select
            aria-label={t('extraFor', { course: row.title })}
            w={160}
            allowDeselect={false}
            value={String(extraShare ?? '')}
            data={[
              { value: '', label: t('extraNone') },
              ...extraTimeShares.map((share) => ({ value: String(share), label: word(extraTimeWords, `${share}`) })),
            ]}
            onChange={(value) => void choose(row, value ?? '')}
          />
        ) : extraShare === null ? (
          '–'
        ) : (
          word(extraTimeWords, `${extraShare}`)
        ),
      ),
    },
  ]
  return (
    <DataTable
      label={t('courses')}
      rows={record.courses}
      columns={record.courses.some(({ tests }) => tests) ? [...columns, ...testColumns] : columns}
      rowKey={({ courseId }) => courseId}
      rowLabel={({ title }) => title}
      total={record.courses.length}
      empty={<EmptyFace title={t('coursesNone')} />}
    />
  )
}

/** Every attempt at the tests of a course, the latest first. */
function Attempts({ attempts }: Pick<Tests, 'attempts'>) {
  const t = useTexts('learner')
  return (
    <Stack gap={2}>
      {attempts.map(({ id, lessonTitle, number, score, outOf, passed, closedAt }) => (
        <Text key={id} size="sm" component="div">
          {lessonTitle} · {t('attempt', { number, score, outOf })} · {t(passed ? 'attemptPassed' : 'attemptFailed')} ·{' '}
          <InstantText at={closedAt} />
        </Text>
      ))}
    </Stack>
  )
}
