import { useState } from 'react'
import { learningRefusalWords } from '@dangjian/domain/training'
import { Button, Group, Modal, Stack, Text, Alert } from '@dangjian/ui/kit'
import { isApiError } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import type { ExamSession } from './exam-session.ts'
import { useLearningTexts } from './learning-texts.ts'
import classes from './exam.module.css'

interface SummaryProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly session: ExamSession
  readonly total: number
  readonly go: (place: number) => void
  readonly onHandedIn: () => void
}

/** Before handing in: what is open, what was marked, what is not on the server; each leads to its question. */
export function ExamSummary({ opened, onClose, session, total, go, onHandedIn }: SummaryProps) {
  const t = useLearningTexts()
  const sayWhy = useRefusalWords(learningRefusalWords)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const handIn = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      await session.handIn()
      onHandedIn()
    } catch (error) {
      setTrouble(error)
    } finally {
      setBusy(false)
    }
  }
  const lost = isApiError(trouble) && !trouble.data
  return (
    <Modal opened={opened} onClose={onClose} title={t('exam.summary')}>
      <Stack gap="md">
        {session.open.length === 0 ? (
          <Text>{t('exam.summaryAll', { count: total })}</Text>
        ) : (
          <Places words={t('exam.summaryOpen', { count: session.open.length })} places={session.open} go={go} />
        )}
        {session.marked.length > 0 ? (
          <Places words={t('exam.summaryMarked')} places={session.marked.toSorted((a, b) => a - b)} go={go} />
        ) : null}
        {session.unsaved.length > 0 ? (
          <Text size="sm">{t('exam.summaryUnsaved', { count: session.unsaved.length })}</Text>
        ) : null}
        {trouble ? (
          <Alert color={lost ? 'yellow' : 'red'} role="alert">
            {lost ? t('exam.handInOffline') : sayWhy(trouble)}
          </Alert>
        ) : null}
        <Text size="sm" c="dimmed">
          {t('exam.summaryLead')}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('exam.backToPaper')}
          </Button>
          <Button loading={busy} disabled={session.elsewhere} onClick={() => void handIn()}>
            {t('exam.handIn')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function Places({ words, places, go }: { words: string; places: readonly number[]; go: (place: number) => void }) {
  const t = useLearningTexts()
  return (
    <div>
      <Text>{words}</Text>
      <div className={classes.places}>
        {places.map((place) => (
          <button
            key={place}
            type="button"
            className={classes.cell}
            aria-label={t('exam.cell', { number: place + 1, states: words })}
            onClick={() => go(place)}
          >
            {place + 1}
          </button>
        ))}
      </div>
    </div>
  )
}
