import { useState } from 'react'
import { documentRefusalWords, WORK_POINTS_LENGTH, type OutlineRefusal } from '@dangjian/domain/tasks'
import { client } from '@dangjian/door/api'
import { uploadFile } from '@dangjian/door/upload'
import { useRefusalWords, useWord } from '@dangjian/door/word'
import { FileDrop } from '@dangjian/ui/file-drop'
import { Alert, Button, SegmentedControl, Stack, Textarea } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'

export interface SourceText {
  readonly text: string
  /** The file's name; null where the text was pasted. */
  readonly name: string | null
}

interface NewPlanSourceProps {
  readonly pasted: string
  readonly onPasted: (text: string) => void
  /** Answers why the text has no outline; null when it has one. */
  readonly onText: (source: SourceText) => OutlineRefusal | null
}

/** The document: uploaded, or pasted. What cannot be read is refused in words that say what to do. */
export function NewPlanSource({ pasted, onPasted, onText }: NewPlanSourceProps) {
  const t = useTexts('newPlan')
  const word = useWord()
  const sayWhy = useRefusalWords(documentRefusalWords)
  const [way, setWay] = useState<'upload' | 'paste'>(pasted ? 'paste' : 'upload')
  const [trouble, setTrouble] = useState<string | null>(null)
  const take = (source: SourceText): string | null => {
    const refusal = onText(source)
    return refusal && word(documentRefusalWords, refusal)
  }
  const upload = async (file: File, onProgress: (share: number) => void, signal: AbortSignal) => {
    setTrouble(null)
    const { fileId } = await uploadFile(file, 'work-points', { lost: t('lost'), onProgress, signal })
    const read = await client.tasks.readWorkPoints.query({ fileId }).catch((error: unknown) => {
      throw new Error(sayWhy(error))
    })
    const refused = take({ text: read.text, name: read.name })
    if (refused) throw new Error(refused)
  }
  const paste = () => {
    if (pasted.trim() === '') return setTrouble(t('textMissing'))
    const tooLong = pasted.length > WORK_POINTS_LENGTH
    setTrouble(
      tooLong
        ? word(documentRefusalWords, 'document-too-long', { count: WORK_POINTS_LENGTH })
        : take({ text: pasted, name: null }),
    )
  }
  return (
    <Stack gap="md" maw={760}>
      <SegmentedControl
        aria-label={t('way')}
        value={way}
        onChange={(value) => {
          setTrouble(null)
          setWay(value === 'paste' ? 'paste' : 'upload')
        }}
        data={[
          { value: 'upload', label: t('upload') },
          { value: 'paste', label: t('paste') },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      {way === 'upload' ? (
        <FileDrop label={t('file')} hint={t('hint')} accept=".txt,.docx,.pdf" upload={upload} />
      ) : (
        <>
          {trouble ? (
            <Alert color="red" role="alert">
              {trouble}
            </Alert>
          ) : null}
          <Textarea
            label={t('text')}
            description={t('textHint')}
            value={pasted}
            onChange={(event) => onPasted(event.currentTarget.value)}
            minRows={14}
            maxRows={24}
          />
          <Button onClick={paste} style={{ alignSelf: 'flex-start' }}>
            {t('read')}
          </Button>
        </>
      )}
    </Stack>
  )
}
