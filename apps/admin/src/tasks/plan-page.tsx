import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { clausesOf, workPlanStateWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useMay } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { LoadingFace } from '@dangjian/ui/faces'
import { IconSend } from '@dangjian/ui/icons'
import { Anchor, Group, Text } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useTexts } from '../app/texts.ts'
import { planTone, tasksByClause, type ShownPlan } from './plan-data.ts'
import { PlanEditor } from './plan-editor.tsx'
import { PlanMenu } from './plan-menu.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { usePlanDraft, type PlanDraft } from './use-plan-draft.ts'

const route = getRouteApi('/inside/tasks/plans/$planId')

/** A year's work plan: its document, its outline, its tasks. */
export function PlanPage() {
  const api = useApi()
  const { planId } = route.useParams()
  const shown = useQuery(api.tasks.showWorkPlan.queryOptions({ workPlanId: planId }))
  if (shown.isPending) return <LoadingFace shape="page" />
  if (shown.error && !shown.data) return <TroubleFace error={shown.error} onRetry={() => void shown.refetch()} />
  return <OpenPlan key={shown.data.plan.id} shown={shown.data} />
}

function OpenPlan({ shown }: { shown: ShownPlan }) {
  const t = useTexts('plans')
  const frame = useTexts('frame')
  const word = useWord()
  const may = useMay()
  const search = route.useSearch()
  const draft = usePlanDraft(shown)
  const [publishing, setPublishing] = useState(false)
  const { plan, tasks } = shown
  const editable = may('tasks.save-work-plan')
  const drafts = tasks.filter(({ state }) => state === 'draft').length
  const reason = drafts === 0 ? t('page.nothingToPublish') : draft.conflict ? t('page.saveFirst') : null
  return (
    <>
      <PageHeading
        title={draft.title}
        suffix={frame('product')}
        note={t(plan.state === 'draft' ? 'page.noteDraft' : 'page.notePublished', { year: plan.year })}
        trail={
          <Anchor size="sm" renderRoot={(props) => <Link to="/tasks/plans" {...props} />}>
            {t('page.trail')}
          </Anchor>
        }
        state={<StateBadge tone={planTone[plan.state]}>{word(workPlanStateWords, plan.state)}</StateBadge>}
        act={
          editable ? (
            <ReasonedButton
              reason={reason}
              leftSection={<IconSend size={18} aria-hidden />}
              onClick={() => void draft.flush().then((saved) => saved && setPublishing(true))}
            >
              {t('page.publish')}
            </ReasonedButton>
          ) : null
        }
        others={editable ? <PlanMenu shown={shown} draft={draft} /> : null}
      />
      <PlanFigures shown={shown} draft={draft} />
      <PlanEditor shown={shown} draft={draft} editable={editable} search={search} />
      {publishing ? <PublishDialog shown={shown} onClose={() => setPublishing(false)} /> : null}
    </>
  )
}

/** How much there is and how much is open: each figure leads to what it counts. */
function PlanFigures({ shown, draft }: { shown: ShownPlan; draft: PlanDraft }) {
  const t = useTexts('plans')
  const clauses = clausesOf(draft.outline)
  const tasksOf = tasksByClause(shown.tasks)
  const unanswered = clauses.filter(({ id }) => !tasksOf.has(id)).length
  const tasks = shown.tasks.filter(({ state }) => state !== 'withdrawn').length
  const { id: planId } = shown.plan
  return (
    <Group gap="md" mb="sm">
      <Text size="sm">
        <Anchor inherit renderRoot={(props) => <Link to="/tasks/plans/$planId" params={{ planId }} search={{}} {...props} />}>
          {t('page.clauses', { n: clauses.length })}
        </Anchor>
      </Text>
      <Text size="sm">{t('page.tasks', { n: tasks })}</Text>
      <Text size="sm">
        {unanswered === 0 ? (
          t('page.answered')
        ) : (
          <Anchor
            inherit
            c="var(--tone-attention-text)"
            renderRoot={(props) => (
              <Link to="/tasks/plans/$planId" params={{ planId }} search={{ unanswered: true }} {...props} />
            )}
          >
            {t('page.unanswered', { n: unanswered })}
          </Anchor>
        )}
      </Text>
    </Group>
  )
}
