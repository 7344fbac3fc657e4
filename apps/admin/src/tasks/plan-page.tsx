import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { workPlanStateWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useMay } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { LoadingFace } from '@dangjian/ui/faces'
import { IconSend } from '@dangjian/ui/icons'
import { Anchor } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useTexts } from '../app/texts.ts'
import { planTone, type ShownPlan } from './plan-data.ts'
import { PlanEditor } from './plan-editor.tsx'
import { PlanFigures } from './plan-figures.tsx'
import { PlanMenu } from './plan-menu.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { usePlanDraft } from './use-plan-draft.ts'

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
      <PlanFigures shown={shown} draft={draft} editable={editable} />
      <PlanEditor shown={shown} draft={draft} editable={editable} search={search} />
      {publishing ? <PublishDialog shown={shown} onClose={() => setPublishing(false)} /> : null}
    </>
  )
}
