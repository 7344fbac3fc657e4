import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { UnitId } from '@dangjian/domain/access'
import { capabilities, isStanding, unitKindWords, unitStateWords } from '@dangjian/domain/organisation'
import { LoadingFace } from '@dangjian/ui/faces'
import { Group } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { AsOfField, AsOfNotice } from './as-of-field.tsx'
import { toneOfState } from './organisation-data.ts'
import classes from './organisation.module.css'
import { UnitActs } from './unit-acts.tsx'
import { UnitChildren } from './unit-children.tsx'
import { UnitElection } from './unit-election.tsx'
import { UnitFacts } from './unit-facts.tsx'
import { UnitMissing } from './unit-missing.tsx'
import { UnitPeople } from './unit-people.tsx'
import { UnitPosts } from './unit-posts.tsx'
import { UnitTimeline } from './unit-timeline.tsx'
import { UnitTrail } from './unit-trail.tsx'

const route = getRouteApi('/inside/organisation/units/$unitId')

/** A unit: its state and place, posts with terms, what is missing, what is beneath it, its people and history. */
export function UnitPage() {
  const frame = useTexts('frame')
  const api = useApi()
  const word = useWord()
  const navigate = useNavigate()
  const unitId = route.useParams().unitId as UnitId
  const { asOn } = route.useSearch()
  const shown = useQuery({
    ...api.organisation.showUnit.queryOptions({ unitId, ...(asOn ? { asOn } : {}) }),
    placeholderData: (before) => (before?.unit.id === unitId ? before : undefined),
  })
  const look = (day: string | undefined) =>
    void navigate({
      to: '/organisation/units/$unitId',
      params: { unitId },
      search: day ? { asOn: day } : {},
      replace: true,
    })
  if (shown.error) {
    return (
      <>
        <AsOfNotice day={asOn} onDay={look} />
        <TroubleFace error={shown.error} onRetry={() => void shown.refetch()} />
      </>
    )
  }
  if (!shown.data) return <LoadingFace shape="page" />
  const { unit, path } = shown.data
  const past = asOn !== undefined
  return (
    <>
      <PageHeading
        title={unit.name}
        suffix={frame('product')}
        trail={<UnitTrail path={path} asOn={asOn} />}
        state={<StateBadge tone={toneOfState[unit.state]}>{word(unitStateWords, unit.state)}</StateBadge>}
        note={word(unitKindWords, unit.kind)}
        act={past ? null : <UnitActs shown={shown.data} />}
      />
      <Group justify="space-between" align="flex-start" mb="md" gap="md">
        <UnitFacts shown={shown.data} />
        <AsOfField day={asOn} onDay={look} />
      </Group>
      <AsOfNotice day={asOn} onDay={look} />
      <div className={classes.columns}>
        <div>
          {unit.kind === 'association' || !isStanding(unit) ? null : <UnitMissing shown={shown.data} past={past} />}
          {!past && capabilities[unit.kind].elect && unit.state === 'active' ? (
            <UnitElection shown={shown.data} />
          ) : null}
          {unit.tier === null ? null : <UnitPosts shown={shown.data} past={past} />}
          {unit.kind === 'association' ? null : <UnitChildren shown={shown.data} past={past} />}
          <UnitPeople unit={unit} asOn={asOn} />
        </div>
        <UnitTimeline shown={shown.data} />
      </div>
    </>
  )
}
