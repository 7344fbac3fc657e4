import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { PersonId } from '@dangjian/domain/access'
import { LoadingFace } from '@dangjian/ui/faces'
import { Anchor, Stack, Text, Title } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useTexts } from '../app/texts.ts'
import { LearnerCertificates } from './learner-certificates.tsx'
import { LearnerCourses } from './learner-courses.tsx'
import { LearnerHours } from './learner-hours.tsx'

const route = getRouteApi('/inside/training/progress/$personId')

export function useLearnerRecord(personId: PersonId) {
  return useQuery(useApi().training.showLearnerRecord.queryOptions({ personId }))
}
export type LearnerRecord = NonNullable<ReturnType<typeof useLearnerRecord>['data']>

/** A part of the record, and what to do when something in it was mended. */
export interface RecordPart {
  readonly record: LearnerRecord
  readonly personId: PersonId
  readonly onMended: (words: string) => void
}

/** A person's record of learning: courses, certificates, hours, and what may be mended of them, by procedure. */
export function LearnerPage() {
  const t = useTexts('learner')
  const progress = useTexts('progress')
  const frame = useTexts('frame')
  const api = useApi()
  const queries = useQueryClient()
  const personId = route.useParams().personId as PersonId
  const shown = useLearnerRecord(personId)
  if (shown.isPending) return <LoadingFace shape="page" />
  if (shown.error) return <TroubleFace error={shown.error} onRetry={() => void shown.refetch()} />
  const record = shown.data
  const { summary } = record
  const mended = (part: string, words: string): void => {
    notify({ text: words })
    // What opened the dialog may be gone: reading goes on at the heading of its part.
    if (focusIsLost()) document.getElementById(part)?.focus()
    void queries.invalidateQueries({ queryKey: api.training.pathKey() })
  }
  // Tests and their time are told to whom they concern.
  const courses = record.courses.some(({ tests }) => tests)
    ? { title: t('courses'), lead: t('extraLead') }
    : { title: t('coursesAlone'), lead: null }
  const parts = [
    { id: 'courses', ...courses, Part: LearnerCourses },
    { id: 'certificates', title: t('certificates'), lead: null, Part: LearnerCertificates },
    { id: 'hours', title: t('hours'), lead: null, Part: LearnerHours },
  ] as const
  return (
    <>
      <PageHeading
        title={`${record.personName}${t('suffix')}`}
        suffix={frame('product')}
        trail={
          <Anchor component={Link} to="/training/progress">
            {progress('title')}
          </Anchor>
        }
        note={`${record.unitName} · ${t('hoursOf', { ...summary, year: summary.cycle })}`}
      />
      <Stack gap="xl">
        {parts.map(({ id, title, lead, Part }) => (
          <section key={id} aria-labelledby={id}>
            <Title order={2} size="h4" id={id} tabIndex={-1} mb="xs">
              {title}
            </Title>
            {lead ? (
              <Text size="sm" c="dimmed" mb="xs">
                {lead}
              </Text>
            ) : null}
            <Part record={record} personId={personId} onMended={(words) => mended(id, words)} />
          </section>
        ))}
      </Stack>
    </>
  )
}

/** The focus is nowhere, or in a dialog that is about to close. */
function focusIsLost(): boolean {
  const { activeElement } = document
  return !activeElement || activeElement === document.body || activeElement.closest('[role="dialog"]') !== null
}
