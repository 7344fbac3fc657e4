import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { isOpen } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { LoadingPage, TroubleFace } from '@dangjian/door/page-faces'
import { useMay } from '@dangjian/door/session'
import { InstantText } from '@dangjian/ui/date-text'
import { Anchor, Button } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useTexts } from '../app/texts.ts'
import { AssignmentActs } from './assignment-acts.tsx'
import { AssignmentAsk } from './assignment-ask.tsx'
import type { ShownAssignment } from './assignment-data.ts'
import { AssignmentParts } from './assignment-parts.tsx'
import { AssignmentStateBadge } from './assignment-state.tsx'
import { AssignmentTimeline } from './assignment-timeline.tsx'
import classes from './assignment.module.css'
import { REPORT_FIELD, ReportForm } from './report-form.tsx'

const route = getRouteApi('/inside/tasks/assignments/$assignmentId')

/** One assignment: what is asked on the left, everything that happened on the right with the form for what comes next. */
export function AssignmentPage() {
  const { assignmentId } = route.useParams()
  const shown = useQuery(useApi().tasks.showAssignment.queryOptions({ assignmentId }))
  if (shown.error) return <TroubleFace error={shown.error} onRetry={() => void shown.refetch()} />
  if (!shown.data) return <LoadingPage />
  return <Assignment shown={shown.data} />
}

function Assignment({ shown }: { shown: ShownAssignment }) {
  const t = useTexts('assignments')
  const frame = useTexts('frame')
  const may = useMay()
  const { assignment } = shown
  const canWork = isOpen(assignment) && may('tasks.attach-evidence')
  return (
    <>
      <PageHeading
        title={shown.task.title}
        suffix={frame('product')}
        trail={
          <Anchor component={Link} to="/tasks/assignments">
            {t('list.title')}
          </Anchor>
        }
        state={
          <>
            <AssignmentStateBadge state={assignment.state} />
            {shown.overdue ? <StateBadge tone="bad">{t('overdue')}</StateBadge> : null}
          </>
        }
        note={
          <>
            {shown.unit.name}
            {assignment.state === 'assigned' ? null : (
              <>
                {' · '}
                {t('page.moved')} <InstantText at={assignment.movedAt} />
              </>
            )}
          </>
        }
        others={
          canWork ? (
            <Button component="a" href={`#${REPORT_FIELD}`} variant="default">
              {t('report.label')}
            </Button>
          ) : undefined
        }
        act={<AssignmentActs shown={shown} />}
      />
      <Returned shown={shown} canWork={canWork} />
      <div className={classes.sides}>
        <div className={classes.ask}>
          <AssignmentAsk shown={shown} canWork={canWork} />
        </div>
        <div className={classes.happened}>
          {canWork || shown.parts.length > 0 ? <AssignmentParts shown={shown} canWork={canWork} /> : null}
          <h2 id="timeline-title" className={classes.blockTitle}>
            {t('timeline.heading')}
          </h2>
          <AssignmentTimeline
            rows={shown.timeline}
            end={canWork ? <ReportForm assignmentId={assignment.id} /> : undefined}
          />
        </div>
      </div>
    </>
  )
}

/** Why it came back, on top of everything until it is submitted again. */
function Returned({ shown, canWork }: { shown: ShownAssignment; canWork: boolean }) {
  const t = useTexts('assignments')
  if (shown.assignment.state !== 'returned') return null
  const last = shown.timeline.findLast(({ kind }) => kind === 'returned')
  if (!last) return null
  return (
    <div className={classes.returned} role="note">
      <b>{t(canWork ? 'page.returned' : 'page.returnedTo', { name: last.personName ?? '' })}</b>
      <p className={classes.words}>{last.text}</p>
    </div>
  )
}
