import type { UnitId } from '@dangjian/domain/access'
import { endPost, organisationRefusalWords, postWords } from '@dangjian/domain/organisation'
import { DateField } from '@dangjian/ui/date-field'
import { useToday } from '@dangjian/ui/date-text'
import { useForm } from '@dangjian/ui/form'
import { Text } from '@dangjian/ui/kit'
import { client } from '@dangjian/door/api'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { ActDialog } from './act-dialog.tsx'
import type { ShownUnit } from './organisation-data.ts'
import { useUnitAct } from './use-unit-act.ts'

type Holding = ShownUnit['posts'][number]

/** Ends a post with its last day. */
export function EndPostDialog({ holding, unitId, onClose }: { holding: Holding; unitId: UnitId; onClose: () => void }) {
  const t = useTexts('personActs')
  const word = useWord()
  const today = useToday()
  const form = useForm({
    initialValues: { lastOn: today as string | null },
    validate: { lastOn: (value) => (value ? null : t('dayMissing')) },
  })
  const end = useUnitAct<string>({
    send: (lastOn) => client.organisation.endPost.mutate({ postHoldingId: holding.id, lastOn }),
    done: () => t('endPost.done'),
    onClose,
  })
  const { lastOn } = form.values
  const decision = lastOn ? endPost({ ...holding, unitId }, lastOn) : null
  const reason = decision && !decision.ok ? word(organisationRefusalWords, decision.refusal, decision.detail) : null
  return (
    <ActDialog
      title={t('endPost.title')}
      act={t('endPost.act')}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => {
        if (values.lastOn) end.mutate(values.lastOn)
      })}
      busy={end.isPending}
      error={end.error}
      reason={reason}
      size="md"
    >
      <Text>{t('endPost.what', { name: holding.personName, post: word(postWords, holding.post) })}</Text>
      <DateField
        label={t('endPost.lastOn')}
        required
        {...form.getInputProps('lastOn')}
        error={form.errors.lastOn ?? reason}
      />
    </ActDialog>
  )
}
