import { InstantText } from '@dangjian/ui/date-text'
import { Drawer, Stack, Text } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import type { Evidence } from './assignment-data.ts'
import { EvidenceView } from './evidence-view.tsx'

/** A piece of evidence at the side of the page, without leaving it. */
export function EvidenceDrawer({
  evidence,
  label,
  onClose,
}: {
  evidence: Evidence
  label: string
  onClose: () => void
}) {
  const t = useTexts('assignments')
  return (
    <Drawer opened onClose={onClose} position="right" size="xl" title={label}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('evidence.by', { name: evidence.attachedByName })} <InstantText at={evidence.attachedAt} />
        </Text>
        <EvidenceView evidence={evidence} height="calc(100vh - 11rem)" />
      </Stack>
    </Drawer>
  )
}
