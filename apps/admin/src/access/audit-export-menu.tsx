import { useMutation } from '@tanstack/react-query'
import { auditExportRefusalWords } from '@dangjian/domain/access'
import { formatInstant } from '@dangjian/ui/date-format'
import { IconDownload } from '@dangjian/ui/icons'
import { Button, Menu } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { queryClient, useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { useRefusalWords } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import type { AuditSearch } from './audit-search.ts'

/** Takes the log as it is filtered; the browser fetches it by itself, however large it is. */
export function AuditExportMenu({ search }: { readonly search: AuditSearch }) {
  const t = useTexts('audit')
  const api = useApi()
  const { language } = useLanguage()
  const sayWhy = useRefusalWords(auditExportRefusalWords)
  const take = useMutation(
    api.access.exportAuditEntries.mutationOptions({
      onSuccess: ({ address, count, firstAt, lastAt }) => {
        Object.assign(document.createElement('a'), { href: address, download: '' }).click()
        const [from, to] = [firstAt, lastAt].map((at) => formatInstant(at ?? 0, language))
        notify({ text: count === 0 ? t('exportedNone') : t('exported', { count, from, to }) })
        return queryClient.invalidateQueries(api.access.listAuditEntries.queryFilter())
      },
      onError: (error) => notify({ text: sayWhy(error), tone: 'bad' }),
    }),
  )
  const ask = (format: 'csv' | 'xlsx') => take.mutate({ ...search, format, language })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={take.isPending} leftSection={<IconDownload size={16} aria-hidden />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => ask('csv')}>{t('exportCsv')}</Menu.Item>
        <Menu.Item onClick={() => ask('xlsx')}>{t('exportXlsx')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
