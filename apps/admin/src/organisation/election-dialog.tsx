import { useState } from 'react'
import {
  decideElection,
  electionWarnings,
  electionWarningWords,
  organisationRefusalWords,
} from '@dangjian/domain/organisation'
import { DateField } from '@dangjian/ui/date-field'
import { formatDate } from '@dangjian/ui/date-format'
import { useToday } from '@dangjian/ui/date-text'
import { IconAlertTriangle, IconCircleCheck } from '@dangjian/ui/icons'
import { NumberInput, SimpleGrid, Stack, Text, TextInput } from '@dangjian/ui/kit'
import { client } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { ActDialog, useBeside } from './act-dialog.tsx'
import { documentOf, DocumentFields, noDocument } from './document-fields.tsx'
import { ElectionVotes, type Vote } from './election-votes.tsx'
import type { ShownUnit } from './organisation-data.ts'
import classes from './organisation.module.css'
import { useUnitAct } from './use-unit-act.ts'

const FIGURES = ['entitled', 'excluded', 'present', 'issued', 'returned', 'valid', 'places', 'candidates'] as const
type Figure = (typeof FIGURES)[number]

/** Records an election; as the figures come in, the same rules are checked that the server refuses with. */
export function ElectionDialog({
  shown,
  metOn = null,
  onClose,
}: {
  shown: ShownUnit
  /** The day of the meeting, where the course of the election names one. */
  metOn?: string | null
  onClose: () => void
}) {
  const t = useTexts('election')
  const word = useWord()
  const { language } = useLanguage()
  const today = useToday()
  const { unit, term } = shown
  const [heldOn, setHeldOn] = useState<string | null>(metOn ?? today)
  const [figures, setFigures] = useState<Partial<Record<Figure, number>>>({ excluded: 0 })
  const [excludedReason, setExcludedReason] = useState('')
  const [votes, setVotes] = useState<readonly Vote[]>([])
  const [document, setDocument] = useState(noDocument)
  const counted = votes.flatMap(({ name, votes: number }) =>
    name.trim() && number !== null ? [{ name: name.trim(), votes: number }] : [],
  )
  const { entitled, present, issued, returned, valid, places, candidates, excluded = 0 } = figures
  const count =
    entitled &&
    present !== undefined &&
    issued !== undefined &&
    returned !== undefined &&
    valid !== undefined &&
    places &&
    candidates !== undefined
      ? { entitled, present, issued, returned, valid, places, candidates, votes: counted }
      : null
  const decision = count ? decideElection(count) : null
  const reason =
    !count || !heldOn
      ? t('lead')
      : decision && !decision.ok
        ? word(organisationRefusalWords, decision.refusal, decision.detail)
        : null
  const warnings = entitled && heldOn ? electionWarnings({ entitled, heldOn }, term) : []
  const record = useUnitAct<void>({
    send: async () => {
      if (!count || !heldOn) return
      await client.organisation.recordElection.mutate({
        unitId: unit.id,
        heldOn,
        ...count,
        excluded,
        excludedReason: excludedReason.trim() || null,
        ...documentOf(document),
      })
    },
    done: () => t('done'),
    onClose,
  })
  const beside = useBeside(record.error)
  return (
    <ActDialog
      title={t('title')}
      act={t('act')}
      onClose={onClose}
      onSubmit={(event) => {
        event?.preventDefault()
        if (!reason) record.mutate()
      }}
      busy={record.isPending}
      error={record.error}
      besideFields={['unit-step-in-future', 'unit-step-before-last', 'unit-change-before-founding']}
      reason={reason}
      size="xl"
    >
      <Text size="sm" c="dimmed">
        {t('lead')}
      </Text>
      <DateField
        label={t('heldOn')}
        required
        maxDate={today}
        value={heldOn}
        onChange={setHeldOn}
        error={beside('unit-step-in-future', 'unit-step-before-last', 'unit-change-before-founding')}
      />
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        {FIGURES.map((figure) => (
          <NumberInput
            key={figure}
            label={t(`${figure}`)}
            required={figure !== 'excluded'}
            min={0}
            max={100_000}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            inputMode="numeric"
            value={figures[figure] ?? ''}
            onChange={(value) =>
              setFigures((all) => {
                const { [figure]: _former, ...rest } = all
                return typeof value === 'number' ? { ...rest, [figure]: value } : rest
              })
            }
          />
        ))}
      </SimpleGrid>
      {excluded > 0 ? (
        <TextInput
          label={t('excludedReason')}
          maxLength={200}
          value={excludedReason}
          onChange={(event) => setExcludedReason(event.currentTarget.value)}
        />
      ) : null}
      <ElectionVotes votes={votes} onChange={setVotes} entitled={entitled ?? 0} />
      <Stack gap={4} role="status">
        {decision ? (
          <Text size="sm" className={classes.warning} component="div">
            {decision.ok ? (
              <IconCircleCheck size={18} aria-hidden color="var(--tone-good-mark)" />
            ) : (
              <IconAlertTriangle size={18} aria-hidden color="var(--tone-bad-mark)" />
            )}
            <span>{decision.ok ? t('valid_') : reason}</span>
          </Text>
        ) : null}
        {warnings.map(({ warning, detail }) => (
          <Text key={warning} size="sm" className={classes.warning} component="div">
            <IconAlertTriangle size={18} aria-hidden color="var(--tone-attention-mark)" />
            <span>
              {word(
                electionWarningWords,
                warning,
                detail?.date ? { ...detail, date: formatDate(String(detail.date), language) } : detail,
              )}
            </span>
          </Text>
        ))}
      </Stack>
      <DocumentFields value={document} onChange={setDocument} />
    </ActDialog>
  )
}
