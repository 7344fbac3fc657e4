import { IconDownload } from '@dangjian/ui/icons'
import { Button } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { client } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { useRefusalWords } from '@dangjian/door/word'
import { saveExported } from './save-exported.ts'
import { useStudioTexts } from './studio-texts.ts'

/** Hands out the spreadsheet that questions are written into. */
export function TemplateButtons() {
  const t = useStudioTexts()
  const { language } = useLanguage()
  const sayWhy = useRefusalWords()
  const hand = async (format: 'xlsx' | 'csv') => {
    try {
      saveExported(await client.training.showQuestionTemplate.query({ format, language }))
    } catch (error) {
      notify({ tone: 'bad', text: sayWhy(error) })
    }
  }
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={() => void hand('xlsx')}>
        {t('import.template')}
      </Button>
      <Button variant="default" onClick={() => void hand('csv')}>
        {t('import.csvTemplate')}
      </Button>
    </>
  )
}
