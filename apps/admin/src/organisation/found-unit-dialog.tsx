import {
  Affiliation,
  affiliationWords,
  foundUnit,
  formsOf,
  organisationRefusalWords,
  unitFormWords,
  unitKindWords,
  type UnitForm,
} from '@dangjian/domain/organisation'
import { useForm } from '@dangjian/ui/form'
import { Select, Text, TextInput } from '@dangjian/ui/kit'
import { client } from '@dangjian/door/api'
import { useWord } from '@dangjian/door/word'
import { useToday } from '@dangjian/ui/date-text'
import { useTexts } from '../app/texts.ts'
import { ActDialog, useBeside } from './act-dialog.tsx'
import type { ShownUnit } from './organisation-data.ts'
import { useUnitAct } from './use-unit-act.ts'

export type FoundKind = keyof typeof formsOf

interface FoundInput {
  readonly kind: FoundKind
  readonly name: string
  readonly form: UnitForm
  readonly affiliation: Affiliation | null
}

const KINDS: readonly FoundKind[] = ['societyPartyCommittee', 'officePartyOrganisation', 'branchWorkingGroup']

/** Plans a unit beneath another one; the same rule that the server refuses with says beforehand why not. */
export function FoundUnitDialog({
  shown,
  kind: first,
  onClose,
}: {
  shown: ShownUnit
  kind?: FoundKind
  onClose: () => void
}) {
  const t = useTexts('unitActs')
  const word = useWord()
  const today = useToday()
  const parent = shown.unit
  const kinds = parent.kind === 'society' ? KINDS : (['officePartyOrganisation'] as const)
  const named = { name: parent.name }
  /** A name there can be one of is filled in; which one of many it is, only the user knows. */
  const suggested = (kind: FoundKind): string => {
    if (kind === 'societyPartyCommittee') return t('found.committeeName', named)
    return kind === 'officePartyOrganisation' && parent.kind === 'society' ? t('found.officeName', named) : ''
  }
  const start =
    first ??
    kinds.find((kind) => !shown.children.some((child) => child.kind === kind)) ??
    kinds.at(-1) ??
    'officePartyOrganisation'
  const usual = (kind: FoundKind): UnitForm =>
    kind === 'officePartyOrganisation' ? 'branch' : (formsOf[kind][0] ?? 'branch')
  const form = useForm({
    initialValues: {
      kind: start as FoundKind,
      name: suggested(start),
      form: usual(start),
      affiliation: 'association' as Affiliation | null,
    },
    validate: { name: (value) => (value.trim().length > 1 ? null : t('found.nameMissing')) },
  })
  const found = useUnitAct<FoundInput>({
    send: (input) => client.organisation.foundUnit.mutate({ parentId: parent.id, ...input }),
    done: ({ name }) => t('found.done', { name }),
    onClose,
  })
  const beside = useBeside(found.error)
  const { kind, name } = form.values
  const plan: FoundInput = {
    kind,
    name: name.trim(),
    form: form.values.form,
    affiliation: kind === 'officePartyOrganisation' ? form.values.affiliation : null,
  }
  const whole = (unit: ShownUnit['unit']) => ({ ...unit, mergedIntoId: null, seq: 0, createdAt: 0 })
  const decision = foundUnit(whole(parent), shown.children.map(whole), plan, { id: parent.id, today, now: 0 })
  const reason = decision.ok ? null : word(organisationRefusalWords, decision.refusal, decision.detail)
  const chooseKind = (next: FoundKind) => {
    form.setValues({ kind: next, form: usual(next), ...(name === suggested(kind) ? { name: suggested(next) } : {}) })
  }
  return (
    <ActDialog
      title={t('found.title', { name: parent.name })}
      act={t('found.act')}
      onClose={onClose}
      onSubmit={form.onSubmit(() => found.mutate(plan))}
      busy={found.isPending}
      error={found.error}
      besideFields={['unit-name-taken']}
      reason={reason}
    >
      <Text size="sm" c="dimmed">
        {t(`found.lead.${kind}`)}
      </Text>
      <Select
        label={t('found.kind')}
        required
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: word(unitKindWords, value) }))}
        value={kind}
        onChange={(value) => {
          const next = kinds.find((each) => each === value)
          if (next) chooseKind(next)
        }}
        error={decision.ok || decision.refusal === 'unit-name-taken' ? null : reason}
      />
      <TextInput
        label={t('found.name')}
        required
        maxLength={100}
        placeholder={t(kind === 'branchWorkingGroup' ? 'found.groupExample' : 'found.officeExample', named)}
        {...form.getInputProps('name')}
        error={
          form.errors.name ??
          (!decision.ok && decision.refusal === 'unit-name-taken' ? reason : beside('unit-name-taken'))
        }
      />
      <Select
        label={t('found.form')}
        required
        allowDeselect={false}
        data={formsOf[kind].map((value) => ({ value, label: word(unitFormWords, value) }))}
        {...form.getInputProps('form')}
      />
      {kind === 'officePartyOrganisation' ? (
        <Select
          label={t('found.affiliation')}
          required
          allowDeselect={false}
          data={Affiliation.options.map((value) => ({ value, label: word(affiliationWords, value) }))}
          {...form.getInputProps('affiliation')}
        />
      ) : null}
    </ActDialog>
  )
}
