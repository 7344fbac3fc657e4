import { Link } from '@tanstack/react-router'
import { shareOf } from '@dangjian/domain/panorama'
import type { CourseId } from '@dangjian/domain/training'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { EmptyFace } from '@dangjian/ui/faces'
import { useTexts } from '../app/texts.ts'
import { progressSearch, type StandingFilter } from './progress-search.ts'

export interface CourseFigures {
  readonly courseId: CourseId
  readonly courseTitle: string
  readonly asked: number
  readonly begun: number
  readonly passed: number
  readonly overdue: number
}

/** Each course with its figures; every figure opens the people it counts. */
export function ProgressByCourse({ courses }: { courses: readonly CourseFigures[] }) {
  const t = useTexts('progress')
  const figure = (row: CourseFigures, count: number, label: string, standing: StandingFilter | undefined) => (
    <Link
      to="/training/progress"
      search={progressSearch({ course: row.courseId, standing })}
      replace
      resetScroll={false}
      {...(standing === 'overdue' && count > 0 ? { style: { color: 'var(--tone-bad-text)' } } : {})}
      className="tabular"
      aria-label={`${row.courseTitle} ${label} ${count}`}
    >
      {count}
    </Link>
  )
  const columns: readonly DataColumn<CourseFigures>[] = [
    { key: 'course', header: t('course'), primary: true, cell: (row) => row.courseTitle },
    { key: 'asked', header: t('asked'), align: 'end', cell: (row) => figure(row, row.asked, t('asked'), undefined) },
    { key: 'passed', header: t('passed'), align: 'end', cell: (row) => figure(row, row.passed, t('passed'), 'passed') },
    {
      key: 'behind',
      header: t('behind'),
      align: 'end',
      cell: (row) => figure(row, row.asked - row.passed, t('behind'), 'behind'),
    },
    {
      key: 'overdue',
      header: t('overdue'),
      align: 'end',
      cell: (row) => figure(row, row.overdue, t('overdue'), 'overdue'),
    },
    {
      key: 'share',
      header: t('share'),
      align: 'end',
      cell: (row) => `${shareOf(row.passed, row.asked)}%`,
    },
  ]
  return (
    <DataTable
      label={t('courses')}
      rows={courses}
      columns={columns}
      rowKey={(row) => row.courseId}
      rowLabel={(row) => row.courseTitle}
      total={courses.length}
      empty={<EmptyFace title={t('coursesNone')}>{t('coursesNoneLead')}</EmptyFace>}
    />
  )
}
