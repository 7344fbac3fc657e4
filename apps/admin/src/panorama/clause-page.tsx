import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { taskKindWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useActingGrant } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { DateText, InstantText } from '@dangjian/ui/date-text'
import { LoadingFace } from '@dangjian/ui/faces'
import { Anchor } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useTexts } from '../app/texts.ts'
import classes from './clause-page.module.css'

const route = getRouteApi('/inside/panorama/clauses/$clauseId')

/** A clause and all that answers it: tasks, the societies' work, evidence, training. */
export function ClausePage() {
  const t = useTexts('panorama')
  const frame = useTexts('frame')
  const api = useApi()
  const word = useWord()
  const { clauseId } = route.useParams()
  const unitId = useActingGrant()?.unitId
  const trace = useQuery({
    ...api.panorama.showClause.queryOptions({ unitId: unitId!, clauseId }),
    enabled: unitId !== undefined,
  })
  if (trace.isPending) return <LoadingFace shape="page" />
  if (trace.error) return <TroubleFace error={trace.error} onRetry={() => void trace.refetch()} />
  const { year, section, item, text, tasks, evidence } = trace.data
  return (
    <>
      <PageHeading
        title={t('clause.title')}
        suffix={frame('product')}
        note={t('clause.place', { year, section: section.title, item: item.number })}
        trail={
          <Anchor renderRoot={(props) => <Link to="/panorama" search={{ year, item: item.index }} {...props} />}>
            {t('itemOption', { number: item.number, title: item.title })}
          </Anchor>
        }
      />
      <blockquote className={classes.words}>{text}</blockquote>
      <h2 className={classes.title}>{t('clause.tasks')}</h2>
      {tasks.length === 0 ? <p>{t('clause.noTasks')}</p> : null}
      <ul className={classes.rows}>
        {tasks.map((task) => (
          <li key={task.id}>
            <p className={classes.name}>
              <Anchor
                renderRoot={(props) => <Link to="/tasks/tasks/$taskId" params={{ taskId: task.id }} {...props} />}
              >
                {task.title}
              </Anchor>{' '}
              <span className={classes.quiet}>{word(taskKindWords, task.kind)}</span>
            </p>
            <p className={classes.quiet}>
              {t('clause.due')} <DateText date={task.dueOn} settled={task.closed === task.total} /> ·{' '}
              {t('clause.work', task)}
            </p>
            {task.training ? (
              <p className={classes.quiet}>
                <Anchor
                  renderRoot={(props) => (
                    <Link to="/panorama/learners" search={{ year, item: item.index }} {...props} />
                  )}
                >
                  {t('clause.training', {
                    course: task.training.courseTitle,
                    concerned: task.training.concerned,
                    passed: task.training.passed,
                  })}
                </Anchor>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <h2 className={classes.title}>{t('clause.evidence')}</h2>
      {evidence.total === 0 ? (
        <p>{t('clause.noEvidence')}</p>
      ) : (
        <>
          <p className={classes.quiet}>
            {t('clause.evidenceLead', { total: evidence.total, shown: evidence.rows.length })}
          </p>
          <ul className={classes.rows}>
            {evidence.rows.map((row) => (
              <li key={row.id}>
                <p className={classes.name}>
                  <Anchor
                    renderRoot={(props) => (
                      <Link
                        to="/tasks/assignments/$assignmentId"
                        params={{ assignmentId: row.assignmentId }}
                        {...props}
                      />
                    )}
                  >
                    {row.unitName}
                  </Anchor>{' '}
                  <span className={classes.quiet}>
                    <InstantText at={row.attachedAt} />
                  </span>
                </p>
                <p>{row.fileName ?? row.text}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
