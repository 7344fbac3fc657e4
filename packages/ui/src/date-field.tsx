import { DatePickerInput, DatesProvider, type DatePickerInputProps } from '@mantine/dates'
import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/zh-cn'
import { useUi } from './ui-context.tsx'

export type DateFieldProps = Omit<
  DatePickerInputProps<'default'>,
  'type' | 'locale' | 'valueFormat' | 'value' | 'onChange'
> & {
  /** `YYYY-MM-DD`, or null while none is chosen. */
  readonly value?: string | null
  readonly onChange?: (date: string | null) => void
}

/** A day, chosen from a calendar that speaks the page's language; the value is `YYYY-MM-DD`. */
export function DateField(props: DateFieldProps) {
  const { language, words } = useUi()
  const chinese = language === 'zh-CN'
  return (
    <DatesProvider settings={{ locale: chinese ? 'zh-cn' : 'en', firstDayOfWeek: 1, weekendDays: [0, 6] }}>
      <DatePickerInput
        valueFormat={chinese ? 'YYYY年M月D日' : 'MMM D, YYYY'}
        monthLabelFormat={chinese ? 'YYYY年M月' : 'MMMM YYYY'}
        yearLabelFormat={chinese ? 'YYYY年' : 'YYYY'}
        ariaLabels={{
          nextMonth: words.next,
          previousMonth: words.previous,
          nextYear: words.next,
          previousYear: words.previous,
        }}
        clearButtonProps={{ 'aria-label': words.clear }}
        {...props}
      />
    </DatesProvider>
  )
}
