import { useQuery } from '@tanstack/react-query'
import type { Ref } from 'react'
import { useApi } from '@dangjian/door/api'
import { Button, Group, Stack, Text, Textarea } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'

interface ReasonFieldProps {
  readonly of: 'assignment' | 'part'
  readonly value: string
  readonly onChange: (reason: string) => void
  readonly error?: string | null
  readonly inputRef?: Ref<HTMLTextAreaElement>
}

/** Why something is returned; reasons that one gave before are offered and can be changed before they are sent. */
export function ReasonField({ of, value, onChange, error, inputRef }: ReasonFieldProps) {
  const t = useTexts('assignments')
  const former = useQuery(useApi().tasks.listReturnReasons.queryOptions({ of }))
  return (
    <Stack gap="xs">
      <Textarea
        label={t('reason.label')}
        description={t(of === 'assignment' ? 'reason.hintAtOnce' : 'reason.hint')}
        maxLength={1000}
        minRows={2}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error ?? undefined}
        data-autofocus
        {...(inputRef ? { ref: inputRef } : {})}
      />
      {former.data && former.data.length > 0 ? (
        <Group gap={6} role="group" aria-label={t('reason.former')}>
          <Text size="xs" c="dimmed" w="100%">
            {t('reason.former')}
          </Text>
          {former.data.map((reason) => (
            <Button
              key={reason}
              size="compact-sm"
              variant="default"
              onClick={() => onChange(value.trim() ? `${value.trim()}\n${reason}` : reason)}
              title={reason}
              maw="100%"
            >
              {reason.length > 28 ? `${reason.slice(0, 28)}…` : reason}
            </Button>
          ))}
        </Group>
      ) : null}
    </Stack>
  )
}
