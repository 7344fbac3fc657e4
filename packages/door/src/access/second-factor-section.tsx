import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LoadingFace } from '@dangjian/ui/faces'
import { Alert, Button, Group, Modal, Stack, Text, Title } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { queryClient, useApi } from '../api.ts'
import { useDoorTexts } from '../door-texts.ts'
import { TroubleFace } from '../page-faces.tsx'
import { EnrolSecondFactorForm } from './enrol-second-factor-form.tsx'
import { RemoveSecondFactorForm } from './remove-second-factor-form.tsx'

/** Below this many, the page says so. */
const FEW = 3

/** One's own second factor: on or off, and how to change it. */
export function SecondFactorSection() {
  const t = useDoorTexts()
  const api = useApi()
  const [changing, setChanging] = useState(false)
  const shown = useQuery(api.access.showSecondFactor.queryOptions())
  const settled = async () => {
    setChanging(false)
    await queryClient.invalidateQueries(api.access.showSecondFactor.queryFilter())
    await queryClient.invalidateQueries(api.access.listSessions.queryFilter())
  }
  const on = Boolean(shown.data?.enrolledAt)
  const left = shown.data?.recoveryCodesLeft ?? 0
  const act = t(on ? 'second.stop' : 'second.start')
  return (
    <section aria-labelledby="my-second-factor">
      <Title order={2} size="h3" id="my-second-factor">
        {t('second.title')}
      </Title>
      <Text c="dimmed" size="sm" mb="sm">
        {t('second.lead')}
      </Text>
      {shown.isPending ? <LoadingFace count={1} /> : null}
      {shown.error ? <TroubleFace error={shown.error} onRetry={() => void shown.refetch()} /> : null}
      {shown.data ? (
        <Stack gap="sm" align="flex-start">
          <Group gap="sm">
            <StateBadge tone={on ? 'good' : 'neutral'}>{t(on ? 'second.on' : 'second.off')}</StateBadge>
            {on ? <Text size="sm">{t('second.left', { count: left })}</Text> : null}
          </Group>
          {on && left < FEW ? <Alert color="yellow">{t('second.few')}</Alert> : null}
          <Button variant="default" onClick={() => setChanging(true)}>
            {act}
          </Button>
        </Stack>
      ) : null}
      <Modal opened={changing} onClose={() => setChanging(false)} title={act}>
        {on ? <RemoveSecondFactorForm onSettled={settled} /> : <EnrolSecondFactorForm onSettled={settled} />}
      </Modal>
    </section>
  )
}
