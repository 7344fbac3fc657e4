import type { UseFormReturnType } from '@dangjian/ui/form'
import { IconPlus, IconTrash } from '@dangjian/ui/icons'
import { ActionIcon, Button, Fieldset, Group, Select, Stack, Text, TextInput } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import type { TaskFormValues } from './task-form-values.ts'

const MOST = 20

/** The evidence that a task wants: what societies see as their checklist. */
export function EvidenceField({ form }: { form: UseFormReturnType<TaskFormValues> }) {
  const t = useTexts('tasks')
  const { evidence } = form.values
  const add = () => {
    const used = new Set(evidence.map(({ key }) => key))
    let n = 1
    while (used.has(`e${n}`)) n += 1
    form.insertListItem('evidence', { key: `e${n}`, label: '', kind: 'file' })
  }
  return (
    <Fieldset legend={t('form.evidence')}>
      <Stack gap="xs">
        {evidence.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('form.evidenceNone')}
          </Text>
        ) : null}
        {evidence.map((wanted, index) => (
          <Group key={wanted.key} gap="xs" align="flex-start" wrap="nowrap">
            <TextInput
              flex={1}
              id={`evidence.${index}.label`}
              aria-label={t('form.evidenceName')}
              placeholder={t('form.evidenceName')}
              maxLength={100}
              {...form.getInputProps(`evidence.${index}.label`)}
            />
            <Select
              w={110}
              aria-label={t('form.evidenceKind')}
              allowDeselect={false}
              data={(['file', 'text'] as const).map((kind) => ({
                value: kind,
                label: t(`form.evidenceKinds.${kind}`),
              }))}
              {...form.getInputProps(`evidence.${index}.kind`)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('form.evidenceRemove', { label: wanted.label })}
              onClick={() => form.removeListItem('evidence', index)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {evidence.length < MOST ? (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
            onClick={add}
          >
            {t('form.evidenceAdd')}
          </Button>
        ) : null}
      </Stack>
    </Fieldset>
  )
}
