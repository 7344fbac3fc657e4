import { useState } from 'react'
import { ApprovableWarning, founderOf, isOfElection, isStanding, unitWarningWords } from '@dangjian/domain/organisation'
import { formatDate } from '@dangjian/ui/date-format'
import { IconAlertTriangle, IconCircleCheck } from '@dangjian/ui/icons'
import { Button, Text } from '@dangjian/ui/kit'
import { useLanguage } from '@dangjian/door/language'
import { useMay } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { DocumentLink } from './document-link.tsx'
import { ExceptionDialog } from './exception-dialog.tsx'
import { FoundUnitDialog, type FoundKind } from './found-unit-dialog.tsx'
import type { ShownUnit, UnitRow } from './organisation-data.ts'
import classes from './organisation.module.css'
import { UnitLink } from './unit-link.tsx'
import { UnitSection } from './unit-section.tsx'

const kindOfTier = { 1: 'societyPartyCommittee', 2: 'officePartyOrganisation', 3: 'branchWorkingGroup' } as const
const TIERS = [1, 2, 3] as const

/** What a unit lacks, each with the rule's name; what the superior approved is shown as approved. */
export function UnitMissing({ shown, past }: { shown: ShownUnit; past: boolean }) {
  const t = useTexts('unit')
  const lists = useTexts('organisation')
  const { language } = useLanguage()
  const word = useWord()
  const may = useMay()
  const [approving, setApproving] = useState<ApprovableWarning | null>(null)
  const [founding, setFounding] = useState<FoundKind | null>(null)
  const { unit, warnings, children } = shown
  const lacking =
    unit.kind === 'society' && isStanding(unit)
      ? TIERS.filter((tier) => !children.some((child) => child.tier === tier && isStanding(child)))
      : []
  const readable = (detail: Readonly<Record<string, string | number>> | undefined) =>
    Object.fromEntries(
      Object.entries(detail ?? {}).map(([key, value]) => [
        key,
        key === 'date' ? formatDate(String(value), language) : value,
      ]),
    )
  return (
    <UnitSection title={t('missing.title')}>
      {warnings.length + lacking.length === 0 ? (
        <Text size="sm" c="dimmed">
          <IconCircleCheck size={16} aria-hidden style={{ verticalAlign: '-3px' }} color="var(--tone-good-mark)" />{' '}
          {t('missing.nothing')}
        </Text>
      ) : null}
      <ul className={classes.rows}>
        {lacking.map((tier) => (
          <li key={tier} className={classes.row}>
            <div className={`${classes.rowWords} ${classes.warning}`}>
              <IconAlertTriangle size={18} aria-hidden color="var(--tone-bad-mark)" />
              <span>{t('missing.lacks', { tier: lists(`tier.${tier}`) })}</span>
            </div>
            <TierRemedy
              planned={children.find((child) => child.tier === tier && !isEnded(child.state))}
              asOn={past ? shown.asOn : undefined}
              onFound={() => setFounding(kindOfTier[tier])}
            />
          </li>
        ))}
        {warnings.map(({ warning, detail, approved }) => {
          const approvable = ApprovableWarning.safeParse(warning)
          return (
            <li key={warning} className={classes.row}>
              <div className={`${classes.rowWords} ${classes.warning}`}>
                {approved ? (
                  <IconCircleCheck size={18} aria-hidden color="var(--tone-good-mark)" />
                ) : (
                  <IconAlertTriangle size={18} aria-hidden color="var(--tone-attention-mark)" />
                )}
                <div>
                  {word(unitWarningWords, warning, readable(detail))}
                  {approved ? (
                    <Text size="sm" c="dimmed" component="div">
                      {t('missing.approved', {
                        document: approved.document.no ?? approved.document.file?.name ?? '',
                        date: formatDate(approved.approvedOn, language),
                      })}
                      {approved.untilOn
                        ? `，${t('missing.until', { date: formatDate(approved.untilOn, language) })}`
                        : ''}{' '}
                      <DocumentLink document={{ no: null, file: approved.document.file }} />
                    </Text>
                  ) : null}
                </div>
              </div>
              {!past &&
              !approved &&
              approvable.success &&
              !isOfElection(warning) &&
              may('organisation.approve-exception') ? (
                <Button size="compact-sm" variant="default" onClick={() => setApproving(approvable.data)}>
                  {t('missing.approve')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      {approving ? (
        <ExceptionDialog
          unitId={unit.id}
          warning={approving}

          onClose={() => setApproving(null)}
        />
      ) : null}
      {founding ? <FoundUnitDialog shown={shown} kind={founding} onClose={() => setFounding(null)} /> : null}
    </UnitSection>
  )
}

/** What fills a missing tier: the unit that is on its way to being founded, or else the plan of one. */
function TierRemedy({
  planned,
  asOn,
  onFound,
}: {
  planned: UnitRow | undefined
  asOn: string | undefined
  onFound: () => void
}) {
  const t = useTexts('unit')
  const may = useMay()
  if (planned) {
    const { state } = planned
    const next = state === 'applied' || state === 'approved' || state === 'decided' ? state : 'planned'
    const decided = next === 'planned' && founderOf(planned) === 'societyPartyCommittee'
    return (
      <UnitLink unit={{ id: planned.id, name: t(`missing.next.${decided ? 'plannedGroup' : next}`) }} asOn={asOn} />
    )
  }
  if (asOn || !may('organisation.found-unit')) return null
  return (
    <Button size="compact-sm" variant="default" onClick={onFound}>
      {t('missing.found')}
    </Button>
  )
}

function isEnded(state: ShownUnit['unit']['state']): boolean {
  return state === 'merged' || state === 'dissolved'
}
