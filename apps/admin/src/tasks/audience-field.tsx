import { useQuery } from '@tanstack/react-query'
import { SocietyCategory, societyCategoryWords } from '@dangjian/domain/organisation'
import { audienceKindWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useWord } from '@dangjian/door/word'
import type { UseFormReturnType } from '@dangjian/ui/form'
import { Checkbox, Group, MultiSelect, Radio, Stack } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import type { TaskFormValues } from './task-form-values.ts'

const kinds = ['all', 'category', 'lacking', 'chosen'] as const

/** Whom a task is for, with what that kind of audience needs to know beneath it. */
export function AudienceField({ form }: { form: UseFormReturnType<TaskFormValues> }) {
  const t = useTexts('tasks')
  const word = useWord()
  const { audience } = form.values
  return (
    <Stack gap="xs">
      <Radio.Group label={t('form.audience')} {...form.getInputProps('audience')}>
        <Group gap="md" mt={4}>
          {kinds.map((kind) => (
            <Radio key={kind} value={kind} label={word(audienceKindWords, kind)} />
          ))}
        </Group>
      </Radio.Group>
      {audience === 'category' ? (
        <Checkbox.Group label={t('form.categories')} id="categories" {...form.getInputProps('categories')}>
          <Group gap="md" mt={4}>
            {SocietyCategory.options.map((category) => (
              <Checkbox key={category} value={category} label={word(societyCategoryWords, category)} />
            ))}
          </Group>
        </Checkbox.Group>
      ) : null}
      {audience === 'lacking' ? (
        <Radio.Group label={t('form.tier')} {...form.getInputProps('tier')}>
          <Stack gap={4} mt={4}>
            {(['1', '2', '3'] as const).map((tier) => (
              <Radio key={tier} value={tier} label={t(`form.tiers.${tier}`)} />
            ))}
          </Stack>
        </Radio.Group>
      ) : null}
      {audience === 'chosen' ? <SocietiesField {...form.getInputProps('unitIds')} id="unitIds" /> : null}
    </Stack>
  )
}

interface SocietiesFieldProps {
  readonly id?: string
  readonly value?: string[]
  readonly onChange?: (value: string[]) => void
  readonly error?: React.ReactNode
  /** Those that cannot be chosen here. */
  readonly without?: ReadonlySet<string>
}

/** Societies, searched for by name or code. */
export function SocietiesField({ without, ...rest }: SocietiesFieldProps) {
  const t = useTexts('tasks')
  const all = useQuery(useApi().tasks.previewReach.queryOptions({ audience: { kind: 'all' }, training: null }))
  return (
    <MultiSelect
      label={t('form.societies')}
      placeholder={t('form.societiesHint')}
      data={(all.data?.societies ?? [])
        .filter(({ id }) => !without?.has(id))
        .map(({ id, code, name }) => ({ value: id, label: code ? `${code} ${name}` : name }))}
      searchable
      limit={60}
      maxDropdownHeight={280}
      nothingFoundMessage={t('form.noSociety')}
      hidePickedOptions
      {...rest}
    />
  )
}
