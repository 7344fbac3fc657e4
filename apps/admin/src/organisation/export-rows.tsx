import { useMutation } from '@tanstack/react-query'
import { ExportMenu } from '@dangjian/ui/export-menu'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { saveExported, type ExportedFile } from './organisation-data.ts'

/** Takes what a list shows home as a file of one's choosing. */
export function ExportRows({
  label,
  make,
}: {
  label?: string
  make: (format: 'csv' | 'xlsx') => Promise<ExportedFile>
}) {
  const t = useTexts('organisation')
  const fetchFile = useMutation({
    mutationFn: make,
    onSuccess: saveExported,
    onError: () => notify({ text: t('export.failed'), tone: 'bad' }),
  })
  return (
    <ExportMenu
      label={label ?? t('export.label')}
      formats={[
        { format: 'xlsx', label: t('export.xlsx') },
        { format: 'csv', label: t('export.csv') },
      ]}
      busy={fetchFile.isPending}
      onExport={(format) => fetchFile.mutate(format)}
    />
  )
}
