import { GIVEN_PASSWORD_DAYS } from '@dangjian/domain/access'
import { IconCheck, IconCopy } from '@dangjian/ui/icons'
import { Alert, Button, Code, CopyButton, Group, Modal, Stack, Text } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'

interface FirstPasswordDialogProps {
  readonly title: string
  readonly name: string
  readonly username: string
  readonly password: string
  readonly onClose: () => void
}

/** The one time a first password is shown. Only its own button closes it: a stray click must not lose what cannot be shown again. */
export function FirstPasswordDialog({ title, name, username, password, onClose }: FirstPasswordDialogProps) {
  const t = useTexts('accounts')
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Stack gap="md">
        <Text>{t('made.lead', { name })}</Text>
        <dl style={{ margin: 0, display: 'grid', gap: '0.75rem' }}>
          <Pair label={t('username')} value={username} />
          <Pair label={t('made.password')} value={password} />
        </dl>
        <Alert color="yellow">{t('made.once', { days: GIVEN_PASSWORD_DAYS })}</Alert>
        <Group justify="flex-end" gap="xs">
          {/* The clipboard is missing on plain HTTP; the password can be marked and copied by hand all the same. */}
          {navigator.clipboard ? (
            <CopyButton value={password}>
              {({ copied, copy }) => (
                <Button
                  variant="default"
                  leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                  onClick={copy}
                >
                  <span aria-live="polite">{t(copied ? 'made.copied' : 'made.copy')}</span>
                </Button>
              )}
            </CopyButton>
          ) : null}
          <Button onClick={onClose}>{t('made.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function Pair({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <dd style={{ margin: 0 }}>
        <Code fz="lg" style={{ userSelect: 'all', overflowWrap: 'anywhere' }}>
          {value}
        </Code>
      </dd>
    </div>
  )
}
