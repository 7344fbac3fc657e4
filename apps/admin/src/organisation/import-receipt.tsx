import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { UnitId } from '@dangjian/domain/access'
import { InstantText } from '@dangjian/ui/date-text'
import { LoadingFace } from '@dangjian/ui/faces'
import { Button, Group, Stack, Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useApi } from '@dangjian/door/api'
import { NotFoundPage, TroubleFace } from '@dangjian/door/page-faces'
import { useTexts } from '../app/texts.ts'
import { ImportHeading } from './import-heading.tsx'
import { UndoImportButton } from './undo-import-button.tsx'

/** What an import did, with the way to take it back. */
export function ImportReceipt({ unitId, importId }: { unitId: UnitId; importId: string }) {
  const t = useTexts('societyImport')
  const api = useApi()
  const imports = useQuery(api.organisation.listSocietyImports.queryOptions({ unitId }))
  if (imports.error) return <TroubleFace error={imports.error} onRetry={() => void imports.refetch()} />
  const found = imports.data?.find(({ id }) => id === importId)
  // The list may be of before this import; that it is missing is known only when it has been asked anew.
  if (!imports.data || (!found && imports.isFetching)) return <LoadingFace shape="lines" count={3} />
  if (!found) return <NotFoundPage />
  return (
    <Stack gap="sm" component="section" aria-labelledby="import-receipt">
      <Group gap="sm">
        <ImportHeading id="import-receipt">{t('receipt.title')}</ImportHeading>
        {found.undoneAt === null ? (
          <StateBadge tone="good">{t('history.confirmed')}</StateBadge>
        ) : (
          <StateBadge tone="closed">{t('history.undone')}</StateBadge>
        )}
      </Group>
      <Text>{t('receipt.counts', { new: found.newCount, changed: found.changedCount, wrong: found.wrongCount })}</Text>
      <Text size="sm" c="dimmed" component="div">
        {found.fileName} · {found.confirmedByName} · <InstantText at={found.confirmedAt} />
      </Text>
      <Group gap="xs">
        <Button component={Link} to="/organisation/societies">
          {t('receipt.list')}
        </Button>
        {found.undoneAt === null ? <UndoImportButton unitId={unitId} row={found} /> : null}
      </Group>
    </Stack>
  )
}
