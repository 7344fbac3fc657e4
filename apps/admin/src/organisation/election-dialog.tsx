import { useState } from 'react'
import type { Detail } from '@dangjian/domain/access'
import {
  decideElection,
  electedOf,
  electionWarnings,
  electionWarningWords,
  organisationRefusalWords,
  seatCommittee,
  type CommitteeRefusal,
  type ElectionRefusal,
} from '@dangjian/domain/organisation'
import { DateField } from '@dangjian/ui/date-field'
import { formatDate } from '@dangjian/ui/date-format'
import { useToday } from '@dangjian/ui/date-text'
import { IconAlertTriangle, IconCircleCheck } from '@dangjian/ui/icons'
import { SimpleGrid, Stack, Text, TextInput } from '@dangjian/ui/kit'
import { client } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { ActDialog, useBeside } from './act-dialog.tsx'
import { CountInput } from './count-input.tsx'
import { documentOf, DocumentFields, noDocument } from './document-fields.tsx'
import { ElectionCandidates, type CandidateRow } from './election-candidates.tsx'
import { ElectionOutcome } from './election-outcome.tsx'
import type { ShownUnit } from './organisation-data.ts'
import classes from './organisation.module.css'
import { useUnitAct } from './use-unit-act.ts'

const FIGURES = ['entitled', 'excluded', 'present', 'issued', 'returned', 'valid', 'places', 'candidates'] as const
type Figure = (typeof FIGURES)[number]
/** Below it a figure counts as not entered. */
const LEAST: Partial<Record<Figure, number>> = { entitled: 1, places: 1, excluded: -1 }
const MOST_CANDIDATES = 100
const BLANK: CandidateRow = { name: '', personId: null, votes: null, posts: [] }

/**
 * Records an election: as figures and candidates come in, the same rules are checked that the server refuses with; who
 * stays, comes and leaves is shown before it is saved.
 */
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
  const [typed, setTyped] = useState<readonly CandidateRow[]>([])
  const [document, setDocument] = useState(noDocument)
  const { entitled, present, issued, returned, valid, places, candidates, excluded = 0 } = figures
  const rows = Array.from({ length: Math.min(candidates ?? 0, MOST_CANDIDATES) }, (_, index) => typed[index] ?? BLANK)
  const complete = rows.flatMap((row) => (row.name && row.votes !== null ? [{ ...row, votes: row.votes, row }] : []))
  const count =
    entitled &&
    present !== undefined &&
    issued !== undefined &&
    returned !== undefined &&
    valid !== undefined &&
    places &&
    candidates !== undefined
      ? { entitled, present, issued, returned, valid, places, candidates, votes: complete }
      : null
  const elected = count && electedOf(count)
  const isElected = (row: CandidateRow): boolean | null =>
    elected && row.name && row.votes !== null ? elected.some((each) => each.row === row) : null
  const votes = complete.map(({ row, name, personId, votes: number, posts }) => ({
    name,
    personId,
    votes: number,
    posts: isElected(row) ? [...posts] : [],
  }))
  const held = shown.posts.map((each) => ({ ...each, unitId: unit.id }))
  const decision = count && decideElection(count)
  const seated = count && decision?.ok && heldOn ? seatCommittee(held, { ...count, votes }, heldOn) : null
  const refused = decision?.ok === false ? decision : seated?.ok === false ? seated : null
  const reason = useReason({ heldOn, figures, rows, refused })
  const warnings =
    entitled && heldOn
      ? electionWarnings({ entitled, heldOn, places, elected: decision?.ok ? elected?.length : undefined }, term)
      : []
  const record = useUnitAct<void>({
    send: async () => {
      if (!count || !heldOn) return
      await client.organisation.recordElection.mutate({
        unitId: unit.id,
        heldOn,
        ...count,
        votes,
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
        data-autofocus
        maxDate={today}
        value={heldOn}
        onChange={setHeldOn}
        error={beside('unit-step-in-future', 'unit-step-before-last', 'unit-change-before-founding')}
      />
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        {FIGURES.map((figure) => (
          <CountInput
            key={figure}
            label={t(`${figure}`)}
            required={figure !== 'excluded'}
            value={figures[figure]}
            onChange={(count) =>
              setFigures((all) => {
                const { [figure]: _former, ...rest } = all
                return count === undefined ? rest : { ...rest, [figure]: count }
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
      <ElectionCandidates
        unitId={unit.id}
        rows={rows}
        isElected={isElected}
        onChange={(index, row) => setTyped(rows.map((each, place) => (place === index ? row : each)))}
      />
      {seated?.ok ? <ElectionOutcome members={seated.value.members} /> : null}
      <Stack gap={4} role="status">
        <Text size="sm" className={classes.warning} component="div">
          {reason ? (
            <IconAlertTriangle size={18} aria-hidden color={`var(--tone-${refused ? 'bad' : 'attention'}-mark)`} />
          ) : (
            <IconCircleCheck size={18} aria-hidden color="var(--tone-good-mark)" />
          )}
          <span>{reason ?? t('valid_', { elected: elected?.length ?? 0 })}</span>
        </Text>
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

/** Why it cannot be recorded yet: a rule that is broken, else what is missing, each by its name. */
function useReason(entered: {
  readonly heldOn: string | null
  readonly figures: Partial<Record<Figure, number>>
  readonly rows: readonly CandidateRow[]
  readonly refused: { readonly refusal: ElectionRefusal | CommitteeRefusal; readonly detail?: Detail } | null
}): string | null {
  const t = useTexts('election')
  const word = useWord()
  const { language } = useLanguage()
  const { heldOn, figures, rows, refused } = entered
  const missing = [
    ...(heldOn ? [] : [t('heldOn')]),
    ...FIGURES.filter((figure) => (LEAST[figure] ?? 0) > (figures[figure] ?? -1)).map((figure) => t(figure)),
    ...rows.flatMap((row, index) => {
      const n = index + 1
      return [
        ...(row.name ? [] : [t('candidate', { n })]),
        ...(row.votes === null ? [t('votesOf', { name: row.name || t('candidate', { n }) })] : []),
      ]
    }),
  ]
  if (refused && (missing.length === 0 || refused.refusal !== 'election-candidates-unlisted')) {
    const { since } = refused.detail ?? {}
    const detail = since ? { ...refused.detail, since: formatDate(String(since), language) } : refused.detail
    return word(organisationRefusalWords, refused.refusal, detail)
  }
  return missing.length > 0 ? t('missing', { what: missing.join(t('and')) }) : null
}
