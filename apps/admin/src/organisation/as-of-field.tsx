import { DateField } from '@dangjian/ui/date-field'
import { useToday } from '@dangjian/ui/date-text'
import { formatDate } from '@dangjian/ui/date-format'
import { Alert, Anchor } from '@dangjian/ui/kit'
import { useLanguage } from '@dangjian/door/language'
import { useTexts } from '../app/texts.ts'

interface AsOfProps {
  /** Undefined for today. */
  readonly day: string | undefined
  readonly onDay: (day: string | undefined) => void
}

/** As of which day one looks; today unless another is chosen. */
export function AsOfField({ day, onDay }: AsOfProps) {
  const t = useTexts('organisation')
  const today = useToday()
  return (
    <DateField
      label={t('asOf.label')}
      w={{ base: 'calc(50% - 6px)', xs: 190 }}
      maxDate={today}
      minDate="1949-10-01"
      value={day ?? today}
      onChange={(chosen) => onDay(chosen && chosen < today ? chosen : undefined)}
    />
  )
}

/** Says that it is the past one looks at, with the way back. */
export function AsOfNotice({ day, onDay }: AsOfProps) {
  const t = useTexts('organisation')
  const { language } = useLanguage()
  if (!day) return null
  return (
    <Alert color="gray" mb="md" role="status" py="xs">
      {t('asOf.past', { date: formatDate(day, language) })}{' '}
      <Anchor component="button" type="button" inherit underline="always" onClick={() => onDay(undefined)}>
        {t('asOf.back')}
      </Anchor>
    </Alert>
  )
}
