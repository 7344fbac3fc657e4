import { useMutation } from '@tanstack/react-query'
import { IconDownload } from '@dangjian/ui/icons'
import { Button, Menu } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { saveExported, type ExportedFile } from './organisation-data.ts'

/** Takes what a list shows home as a file of one's choosing. */
export function ExportMenu({
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
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={fetchFile.isPending} leftSection={<IconDownload size={16} aria-hidden />}>
          {label ?? t('export.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => fetchFile.mutate('xlsx')}>{t('export.xlsx')}</Menu.Item>
        <Menu.Item onClick={() => fetchFile.mutate('csv')}>{t('export.csv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
