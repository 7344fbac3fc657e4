import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { DateText, InstantText } from '@dangjian/ui/date-text'
import { LoadingFace } from '@dangjian/ui/faces'
import { IconArrowLeft } from '@dangjian/ui/icons'
import { Anchor, Button, Text } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import type { Evidence, ShownAssignment, SubmittedRow } from './assignment-data.ts'
import assignment from './assignment.module.css'
import { ClauseQuote } from './clause-quote.tsx'
import { EvidenceView } from './evidence-view.tsx'
import { ReviewActs } from './review-acts.tsx'
import type { ReviewQueue } from './review-queue.ts'
import classes from './review.module.css'
import { TrainingRows } from './training-rows.tsx'

interface ReviewDetailProps {
  readonly row: SubmittedRow
  readonly queue: ReviewQueue
  readonly narrow: boolean
}

/** One submitted piece of work with its evidence to be read in place, and the two decisions under it. */
export function ReviewDetail({ row, queue, narrow }: ReviewDetailProps) {
  const t = useTexts('review')
  const shown = useQuery(useApi().tasks.showAssignment.queryOptions({ assignmentId: row.id }))
  const title = useRef<HTMLHeadingElement>(null)
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const isBack = queue.cameBack === row.id
  useEffect(() => {
    if (narrow || isBack) title.current?.focus()
  }, [narrow, isBack])
  return (
    <article className={classes.detail} aria-label={`${row.unitName} ${row.taskTitle}`}>
      <div className={classes.paper} tabIndex={0}>
        {narrow ? (
          <Button
            renderRoot={(props) => <Link to="/tasks/review" search={{}} {...props} />}
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
          >
            {t('back', { n: queue.remaining })}
          </Button>
        ) : null}
        <header className={classes.head}>
          <h2 ref={title} tabIndex={-1}>
            {row.taskTitle}
          </h2>
          <Text size="sm" c="dimmed" component="div">
            {row.unitName}
            {' · '}
            {t('submittedAt')} <InstantText at={row.stateAt} />
            {' · '}
            {t('due')} <DateText date={row.dueOn} settled />
          </Text>
          <div>
            <Anchor component={Link} to={`/tasks/assignments/${row.id}`} size="sm">
              {t('whole')}
            </Anchor>
          </div>
        </header>
        {shown.error ? <TroubleFace error={shown.error} onRetry={() => void shown.refetch()} /> : null}
        {shown.isPending ? <LoadingFace shape="lines" /> : null}
        {shown.data ? <Submission shown={shown.data} onSeen={(id) => setSeen((ids) => new Set([...ids, id]))} /> : null}
      </div>
      {shown.data ? (
        <ReviewActs
          row={row}
          shown={shown.data}
          unseen={shown.data.evidence.filter(({ id }) => !seen.has(id)).length}
          queue={queue}
        />
      ) : null}
    </article>
  )
}

interface SubmissionProps {
  readonly shown: ShownAssignment
  readonly onSeen: (evidenceId: string) => void
}

function Submission({ shown, onSeen }: SubmissionProps) {
  const t = useTexts('review')
  const said = shown.timeline.findLast(({ kind }) => kind === 'submitted')
  const reported = shown.timeline.findLast(({ kind }) => kind === 'reported')
  const before = shown.timeline.filter(({ kind }) => kind === 'returned')
  const parts = shown.parts.filter(({ state, report }) => state === 'accepted' && report)
  return (
    <>
      <ClauseQuote clauses={shown.clauses} />
      {before.map((event) => (
        <p key={event.id} className={classes.returned}>
          {t('returnedBefore', { name: event.personName ?? '', reason: event.text })}
        </p>
      ))}
      {said?.text ? (
        <p className={classes.said}>
          {said.text}
          <Text span size="xs" c="dimmed">
            {' —— '}
            {said.personName}
          </Text>
        </p>
      ) : null}
      {reported ? (
        <section className={classes.piece}>
          <h3>{t('reported')}</h3>
          <Text size="xs" c="dimmed">
            {reported.personName} <InstantText at={reported.at} />
          </Text>
          <p className={assignment.words}>{reported.text}</p>
        </section>
      ) : null}
      {shown.training ? (
        <ul className={assignment.checklist}>
          <TrainingRows shown={shown} />
        </ul>
      ) : null}
      {parts.map((part) => (
        <section key={part.id} className={classes.piece}>
          <h3>{part.title}</h3>
          <Text size="xs" c="dimmed">
            {t('partOf', { unit: part.unitName })}
          </Text>
          <p className={assignment.words}>{part.report}</p>
        </section>
      ))}
      {shown.evidence.map((piece) => (
        <Piece key={piece.id} piece={piece} shown={shown} onSeen={() => onSeen(piece.id)} />
      ))}
      {shown.evidence.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noEvidence')}
        </Text>
      ) : null}
    </>
  )
}

function Piece({ piece, shown, onSeen }: { piece: Evidence; shown: ShownAssignment; onSeen: () => void }) {
  const t = useTexts('assignments')
  const label = shown.task.evidence.find(({ key }) => key === piece.requirementKey)?.label ?? t('evidence.other')
  return (
    <section className={classes.piece}>
      <h3>
        {label}
        {piece.file ? <span className={assignment.detail}>{piece.file.name}</span> : null}
      </h3>
      <Text size="xs" c="dimmed" mb={6}>
        {t('evidence.by', { name: piece.attachedByName })} <InstantText at={piece.attachedAt} />
      </Text>
      <EvidenceView evidence={piece} height="60vh" onShown={onSeen} />
    </section>
  )
}
