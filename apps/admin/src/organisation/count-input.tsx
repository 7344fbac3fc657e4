import { NumberInput } from '@dangjian/ui/kit'

interface CountInputProps {
  readonly label: string
  readonly required: boolean
  readonly w?: number
  readonly value: number | null | undefined
  /** Undefined where nothing is entered. */
  readonly onChange: (count: number | undefined) => void
}

/** How many people or votes: a whole number. */
export function CountInput({ value, onChange, ...rest }: CountInputProps) {
  return (
    <NumberInput
      {...rest}
      min={0}
      max={100_000}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      inputMode="numeric"
      value={value ?? ''}
      onChange={(entered) => onChange(typeof entered === 'number' ? entered : undefined)}
    />
  )
}
