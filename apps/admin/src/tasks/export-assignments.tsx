import { useMutation } from '@tanstack/react-query'
import type { TaskId } from '@dangjian/domain/tasks'
import { client } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { useRefusalWords } from '@dangjian/door/word'
import { ExportMenu } from '@dangjian/ui/export-menu'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { saveExported } from '../organisation/organisation-data.ts'
import type { TaskSearch } from './plan-search.ts'

type ListFilter = Pick<TaskSearch, 'state' | 'category'> & { readonly taskId: TaskId; readonly overdue: boolean }

/** The list as it is filtered, as a file. */
export function ExportAssignments({ filter }: { filter: ListFilter }) {
  const t = useTexts('tasks')
  const { language } = useLanguage()
  const sayWhy = useRefusalWords()
  const hand = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => client.tasks.exportTaskAssignments.query({ ...filter, format, language }),
    onSuccess: saveExported,
    onError: (error) => notify({ text: sayWhy(error), tone: 'bad' }),
  })
  return (
    <ExportMenu
      label={t('page.export')}
      formats={[
        { format: 'csv', label: 'CSV' },
        { format: 'xlsx', label: 'Excel (.xlsx)' },
      ]}
      busy={hand.isPending}
      onExport={(format) => hand.mutate(format)}
    />
  )
}
