import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { UnitId } from '@dangjian/domain/access'
import { formatInstant } from '@dangjian/ui/date-format'
import { LoadingFace } from '@dangjian/ui/faces'
import { Anchor, Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useTexts } from '../app/texts.ts'
import classes from './organisation.module.css'
import { UnitSection } from './unit-section.tsx'

/** The last imports, each leading to its receipt. */
export function ImportHistory({ unitId }: { unitId: UnitId }) {
  const t = useTexts('societyImport')
  const api = useApi()
  const { language } = useLanguage()
  const imports = useQuery(api.organisation.listSocietyImports.queryOptions({ unitId }))
  return (
    <UnitSection title={t('history.title')}>
      {imports.isPending ? <LoadingFace count={3} /> : null}
      {imports.error ? <TroubleFace error={imports.error} onRetry={() => void imports.refetch()} /> : null}
      {imports.data?.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('history.none')}
        </Text>
      ) : null}
      <ul className={classes.rows}>
        {(imports.data ?? []).map((row) => (
          <li key={row.id} className={classes.row}>
            <div className={classes.rowWords}>
              <Anchor
                inherit
                renderRoot={(props) => <Link to="/organisation/import" search={{ receipt: row.id }} {...props} />}
              >
                {row.fileName}
              </Anchor>
              <Text size="sm" c="dimmed" component="div">
                {t('history.by', { name: row.confirmedByName, at: formatInstant(row.confirmedAt, language) })} ·{' '}
                {t('history.counts', { new: row.newCount, changed: row.changedCount, wrong: row.wrongCount })}
              </Text>
            </div>
            {row.undoneAt === null ? (
              <StateBadge tone="good">{t('history.confirmed')}</StateBadge>
            ) : (
              <StateBadge tone="closed">{t('history.undone')}</StateBadge>
            )}
          </li>
        ))}
      </ul>
    </UnitSection>
  )
}
