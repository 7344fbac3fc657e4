import { useState } from 'react'
import type { UnitId } from '@dangjian/domain/access'
import {
  approvableWarningWords,
  electionWarningWords,
  moveWarnings,
  type ApprovableWarning,
} from '@dangjian/domain/organisation'
import { DateField } from '@dangjian/ui/date-field'
import { formatDate } from '@dangjian/ui/date-format'
import { useToday } from '@dangjian/ui/date-text'
import { useForm } from '@dangjian/ui/form'
import { IconAlertTriangle } from '@dangjian/ui/icons'
import { Group, Text } from '@dangjian/ui/kit'
import { client } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { ActDialog, useBeside } from './act-dialog.tsx'
import { documentOf, DocumentFields, noDocument } from './document-fields.tsx'
import classes from './organisation.module.css'
import { useUnitAct } from './use-unit-act.ts'

interface ExceptionInput {
  readonly approvedOn: string
  readonly untilOn: string | null
}

/** Enters that the superior approved what a rule would have otherwise. */
export function ExceptionDialog({
  unitId,
  warning,
  termEndsOn,
  onClose,
}: {
  unitId: UnitId
  warning: ApprovableWarning
  /** Of an election: when the term ends, from which it is moved. */
  termEndsOn?: string | undefined
  onClose: () => void
}) {
  const t = useTexts('unitActs')
  const word = useWord()
  const { language } = useLanguage()
  const today = useToday()
  const [document, setDocument] = useState(noDocument)
  const form = useForm({
    initialValues: { approvedOn: today as string | null, untilOn: null as string | null },
    validate: { approvedOn: (value) => (value ? null : t('dayMissing')) },
  })
  const approve = useUnitAct<ExceptionInput>({
    send: (input) =>
      client.organisation.approveException.mutate({ unitId, warning, ...input, ...documentOf(document) }),
    done: () => t('exception.done'),
    onClose,
  })
  const { untilOn } = form.values
  const far = termEndsOn && untilOn ? moveWarnings(untilOn, termEndsOn) : []
  const beside = useBeside(approve.error)
  return (
    <ActDialog
      title={t('exception.title')}
      act={t('exception.act')}
      onClose={onClose}
      onSubmit={form.onSubmit(({ approvedOn, untilOn }) => {
        if (approvedOn) approve.mutate({ approvedOn, untilOn })
      })}
      busy={approve.isPending}
      error={approve.error}
      besideFields={[
        'exception-in-future',
        'exception-needs-end',
        'exception-ends-before-it-begins',
        'exception-document-missing',
      ]}
    >
      <Text>
        {t('exception.what')}
        <b>{word(approvableWarningWords, warning)}</b>
      </Text>
      <Group grow align="flex-start">
        <DateField
          label={t('exception.approvedOn')}
          required
          maxDate={today}
          {...form.getInputProps('approvedOn')}
          error={form.errors.approvedOn ?? beside('exception-in-future')}
        />
        <DateField
          label={termEndsOn ? t('exception.electOn') : t('exception.untilOn')}
          required={termEndsOn !== undefined}
          description={
            termEndsOn ? t('exception.electHint', { date: formatDate(termEndsOn, language) }) : t('exception.untilHint')
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          clearable
          {...form.getInputProps('untilOn')}
          error={beside('exception-needs-end', 'exception-ends-before-it-begins')}
        />
      </Group>
      {far.map((each) => (
        <Text key={each.warning} size="sm" role="status" className={classes.warning} component="div">
          <IconAlertTriangle size={18} aria-hidden color="var(--tone-attention-mark)" />
          <span>
            {word(electionWarningWords, each.warning, { date: formatDate(String(each.detail?.date), language) })}
          </span>
        </Text>
      ))}
      <DocumentFields value={document} onChange={setDocument} required error={beside('exception-document-missing')} />
    </ActDialog>
  )
}
