import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { workPlanStateWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useMay } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { DataTable, type DataColumn } from '@dangjian/ui/data-table'
import { InstantText } from '@dangjian/ui/date-text'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { IconPlus } from '@dangjian/ui/icons'
import { Anchor, Button } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useTexts } from '../app/texts.ts'
import { planTone, type WorkPlanRow } from './plan-data.ts'

/** The work points, a plan a year. */
export function WorkPlansPage() {
  const t = useTexts('plans')
  const frame = useTexts('frame')
  const api = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const plans = useQuery(api.tasks.listWorkPlans.queryOptions({}))
  const columns = usePlanColumns()
  const maker = may('tasks.create-work-plan')
  const add = (
    <Button component={Link} to="/tasks/plans/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('list.add')}
    </Button>
  )
  return (
    <>
      <PageHeading title={t('list.title')} suffix={frame('product')} note={t('list.note')} act={maker ? add : null} />
      {plans.isPending ? <LoadingFace count={3} /> : null}
      {plans.error ? <TroubleFace error={plans.error} onRetry={() => void plans.refetch()} /> : null}
      {plans.data ? (
        <DataTable
          label={t('list.title')}
          rows={plans.data.rows}
          columns={columns}
          rowKey={(row) => row.id}
          rowLabel={(row) => row.title}
          onOpen={(row) => void navigate({ to: '/tasks/plans/$planId', params: { planId: row.id } })}
          empty={
            <EmptyFace title={t('list.empty')} act={maker ? add : null}>
              {t(maker ? 'list.emptyLead' : 'list.emptyRead')}
            </EmptyFace>
          }
        />
      ) : null}
    </>
  )
}

function usePlanColumns(): readonly DataColumn<WorkPlanRow>[] {
  const t = useTexts('plans')
  const word = useWord()
  return [
    { key: 'year', header: t('list.year'), width: '5rem', value: (row) => row.year, cell: (row) => row.year },
    {
      key: 'title',
      header: t('list.name'),
      primary: true,
      value: (row) => row.title,
      cell: (row) => (
        <Anchor
          fw={500}
          renderRoot={(props) => <Link to="/tasks/plans/$planId" params={{ planId: row.id }} {...props} />}
        >
          {row.title}
        </Anchor>
      ),
    },
    {
      key: 'state',
      header: t('list.state'),
      cell: (row) => <StateBadge tone={planTone[row.state]}>{word(workPlanStateWords, row.state)}</StateBadge>,
    },
    {
      key: 'clauses',
      header: t('list.clauses'),
      align: 'end',
      value: (row) => row.clauses,
      cell: (row) => row.clauses,
    },
    {
      key: 'unanswered',
      header: t('list.unanswered'),
      align: 'end',
      value: (row) => row.unanswered,
      cell: (row) =>
        row.unanswered === 0 ? (
          0
        ) : (
          <Anchor
            renderRoot={(props) => (
              <Link to="/tasks/plans/$planId" params={{ planId: row.id }} search={{ unanswered: true }} {...props} />
            )}
          >
            {row.unanswered}
          </Anchor>
        ),
    },
    { key: 'tasks', header: t('list.tasks'), align: 'end', value: (row) => row.tasks, cell: (row) => row.tasks },
    { key: 'drafts', header: t('list.drafts'), align: 'end', value: (row) => row.drafts, cell: (row) => row.drafts },
    {
      key: 'updated',
      header: t('list.updated'),
      wideOnly: true,
      value: (row) => row.updatedAt,
      cell: (row) => <InstantText at={row.updatedAt} />,
    },
  ]
}
