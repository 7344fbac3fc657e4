import { IconDownload } from '@dangjian/ui/icons'
import { Button } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { client } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { useRefusalWords } from '@dangjian/door/word'
import { useStudioTexts } from './studio-texts.ts'

/** Hands out the spreadsheet that questions are written into. */
export function TemplateButtons() {
  const t = useStudioTexts()
  const { language } = useLanguage()
  const sayWhy = useRefusalWords()
  const hand = async (format: 'xlsx' | 'csv') => {
    try {
      const { fileName, mediaType, base64 } = await client.training.showQuestionTemplate.query({ format, language })
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
      const link = document.createElement('a')
      link.href = address
      link.download = fileName
      link.click()
      URL.revokeObjectURL(address)
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
