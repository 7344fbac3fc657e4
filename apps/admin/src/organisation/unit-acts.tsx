import { useState } from 'react'
import type { Action } from '@dangjian/domain/access'
import { capabilities, founderOf, unitActionWords, type UnitAction } from '@dangjian/domain/organisation'
import { IconDots } from '@dangjian/ui/icons'
import { Button, Menu } from '@dangjian/ui/kit'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { useMay } from '@dangjian/door/session'
import { useTexts } from '../app/texts.ts'
import { AffiliationDialog } from './affiliation-dialog.tsx'
import { ElectionDialog } from './election-dialog.tsx'
import { FoundUnitDialog } from './found-unit-dialog.tsx'
import { MoveUnitDialog } from './move-unit-dialog.tsx'
import type { ShownUnit } from './organisation-data.ts'
import { RenameUnitDialog } from './rename-unit-dialog.tsx'
import { StepDialog, useStepWord } from './step-dialog.tsx'

type Act = UnitAction | 'elect' | 'found' | 'rename' | 'affiliate' | 'move'

const actionOf: Readonly<Record<Act, Action>> = {
  apply: 'organisation.apply-unit',
  approve: 'organisation.approve-unit',
  reject: 'organisation.reject-unit',
  decide: 'organisation.decide-unit',
  activate: 'organisation.activate-unit',
  suspend: 'organisation.suspend-unit',
  resume: 'organisation.resume-unit',
  merge: 'organisation.merge-unit',
  dissolve: 'organisation.dissolve-unit',
  elect: 'organisation.record-election',
  found: 'organisation.found-unit',
  rename: 'organisation.rename-unit',
  affiliate: 'organisation.change-affiliation',
  move: 'organisation.move-unit',
}

/** Steps that lead onward: of those that a unit's state allows, the first is its next. */
const onward: readonly UnitAction[] = ['apply', 'approve', 'decide', 'activate', 'resume']

/** The next step of a unit's life is the primary act; what else may be done lies in the menu beside it. */
export function UnitActs({ shown }: { shown: ShownUnit }) {
  const t = useTexts('unit')
  const acts = useTexts('unitActs')
  const elections = useTexts('election')
  const stepWord = useStepWord(shown.unit)
  const may = useMay()
  const [act, setAct] = useState<Act | null>(null)
  const { unit, nextActions } = shown
  if (unit.kind === 'association') return null
  const ended = unit.state === 'merged' || unit.state === 'dissolved'
  const holdsElections = capabilities[unit.kind].elect && unit.state === 'active'
  const labelOf = (each: Act): string =>
    each === 'elect'
      ? elections('act')
      : each === 'found'
        ? t('children.found')
        : each === 'rename'
          ? acts('rename.act')
          : each === 'affiliate'
            ? acts('affiliate.act')
            : each === 'move'
              ? acts('move.title')
              : stepWord(each)
  const next: Act | null =
    onward.find((step) => nextActions.includes(step)) ??
    (unit.kind === 'society' && unit.state === 'active' ? 'found' : null)
  const possible: readonly Act[] = [
    ...nextActions,
    ...(holdsElections ? (['elect'] as const) : []),
    ...(unit.kind === 'officePartyOrganisation' && !ended ? (['affiliate', 'move'] as const) : []),
    ...(ended ? [] : (['rename'] as const)),
  ]
  const others = possible.filter((each) => each !== next && may(actionOf[each]))
  const founder = founderOf(unit)
  const waiting =
    next === 'approve' && founder !== 'societyPartyCommittee'
      ? t(`waiting.approve.${founder}`)
      : next === 'resume'
        ? t('waiting.resume')
        : null
  const close = () => setAct(null)
  return (
    <>
      {others.length > 0 ? (
        <Menu position="bottom-end" width={200}>
          <Menu.Target>
            <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
              {t('more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((each) => (
              <Menu.Item key={each} onClick={() => setAct(each)}>
                {labelOf(each)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {next && may(actionOf[next]) ? <Button onClick={() => setAct(next)}>{labelOf(next)}</Button> : null}
      {next && !may(actionOf[next]) && waiting ? (
        <ReasonedButton reason={waiting}>{labelOf(next)}</ReasonedButton>
      ) : null}
      {act === 'elect' ? <ElectionDialog shown={shown} onClose={close} /> : null}
      {act === 'found' ? <FoundUnitDialog shown={shown} onClose={close} /> : null}
      {act === 'rename' ? <RenameUnitDialog unit={unit} onClose={close} /> : null}
      {act === 'affiliate' ? <AffiliationDialog unit={unit} onClose={close} /> : null}
      {act === 'move' ? <MoveUnitDialog unit={unit} onClose={close} /> : null}
      {act && isStep(act) ? <StepDialog unit={unit} action={act} onClose={close} /> : null}
    </>
  )
}

function isStep(act: Act): act is UnitAction {
  return Object.hasOwn(unitActionWords.en, act)
}
