import { useMutation } from '@tanstack/react-query'
import { auditExportRefusalWords } from '@dangjian/domain/access'
import { formatInstant } from '@dangjian/ui/date-format'
import { ExportMenu } from '@dangjian/ui/export-menu'
import { notify } from '@dangjian/ui/notify'
import { queryClient, useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { useRefusalWords } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import type { AuditSearch } from './audit-search.ts'

/** Takes the log as it is filtered; the browser fetches it by itself, however large it is. */
export function ExportAuditEntries({ search }: { readonly search: AuditSearch }) {
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
  return (
    <ExportMenu
      label={t('export')}
      formats={[
        { format: 'csv', label: t('exportCsv') },
        { format: 'xlsx', label: t('exportXlsx') },
      ]}
      busy={take.isPending}
      onExport={(format) => take.mutate({ ...search, format, language })}
    />
  )
}
