import { IconCheck, IconCopy } from '@dangjian/ui/icons'
import { Button, Code, CopyButton, SimpleGrid, Stack, Text } from '@dangjian/ui/kit'
import { useDoorTexts } from '../door-texts.ts'

/** The one time they are shown. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const t = useDoorTexts()
  return (
    <section aria-labelledby="recovery-codes">
      <Stack gap="xs">
        <Text fw={600} id="recovery-codes">
          {t('second.codes')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('second.codesLead')}
        </Text>
        <SimpleGrid component="ul" cols={2} spacing="xs" p={0} m={0} style={{ listStyle: 'none' }}>
          {codes.map((code) => (
            <li key={code}>
              <Code fz="sm">{code}</Code>
            </li>
          ))}
        </SimpleGrid>
        {/* The clipboard is missing on plain HTTP; the codes can be marked and copied by hand all the same. */}
        {navigator.clipboard ? (
          <CopyButton value={codes.join('\n')}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                size="compact-sm"
                style={{ alignSelf: 'flex-start' }}
                leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                onClick={copy}
              >
                <span aria-live="polite">{t(copied ? 'second.copied' : 'second.copy')}</span>
              </Button>
            )}
          </CopyButton>
        ) : null}
      </Stack>
    </section>
  )
}
