import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { learningRefusalWords } from '@dangjian/domain/training'
import { Alert, Anchor, Button, Drawer, Group, Stack, Text } from '@dangjian/ui/kit'
import { useDisclosure, useNetwork } from '@dangjian/ui/hooks'
import { IconListNumbers } from '@dangjian/ui/icons'
import { SaveState } from '@dangjian/ui/save-state'
import { useRefusalWords } from '@dangjian/door/word'
import { ExamSheet } from './exam-sheet.tsx'
import { ExamSummary } from './exam-summary.tsx'
import { ExamTime } from './exam-time.tsx'
import { ExamQuestion } from './exam-question.tsx'
import { hasKeys, useExamKeys } from './exam-keys.ts'
import { useExamSession } from './exam-session.ts'
import { useTimeLeft } from './exam-clock.ts'
import { useLearningTexts } from './learning-texts.ts'
import classes from './exam.module.css'

const route = getRouteApi('/inside/attempts/$attemptId')
type Shown = Parameters<typeof useExamSession>[0]

/** The paper: one question in sight, a sheet of all, the time in words, and what the server has of it. */
export function ExamPaper({
  shown,
  onOver,
  look,
  onHandedIn,
}: {
  shown: Shown
  onOver: () => void
  look: () => Promise<unknown>
  onHandedIn: () => void
}) {
  const t = useLearningTexts()
  const navigate = useNavigate()
  const session = useExamSession(shown, onOver, look)
  const { online } = useNetwork()
  const left = useTimeLeft(shown.deadlineAt, shown.serverNow)
  const [sheet, { open: openSheet, close: closeSheet }] = useDisclosure(false)
  const [summary, { open: openSummary, close: closeSummary }] = useDisclosure(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const total = shown.questions.length
  const { q } = route.useSearch()
  const place = Math.min(total, Math.max(1, q ?? 1)) - 1
  const heading = useRef<HTMLHeadingElement>(null)
  const sayWhy = useRefusalWords(learningRefusalWords)
  const go = (to: number): void => {
    if (to < 0 || to >= total) return
    closeSheet()
    closeSummary()
    void navigate({ to: `/attempts/${shown.id}`, search: { q: to + 1 }, replace: true })
    heading.current?.focus()
  }
  useExamKeys({ question: shown.questions[place]?.asked, place, session, go, idle: summary || sheet })

  // Each question is a heading of its own, the first one too: reading goes on from there.
  useEffect(() => heading.current?.focus(), [place])

  const { bring } = session
  const over = left === 0
  useEffect(() => {
    document.title = shown.lessonTitle
  }, [shown.lessonTitle])
  useEffect(() => {
    if (!over) return
    // What is not on the server yet goes now: what arrives within the grace still counts.
    void bring()
    const timer = setTimeout(onOver, 1500)
    return () => clearTimeout(timer)
  }, [over, bring, onOver])

  const question = shown.questions[place]
  const lost = session.offline || !online
  const saving =
    session.unsaved.length > 0 ? (lost || session.elsewhere ? 'unsaved' : 'saving') : session.savedAt ? 'saved' : 'none'
  return (
    <div className={classes.exam}>
      <header className={classes.bar}>
        <Text fw={600} className={classes.name} component="h1" size="md">
          {shown.lessonTitle}
        </Text>
        <ExamTime left={left} />
        <SaveState saving={saving === 'saved' ? { kind: 'saved', at: session.savedAt ?? 0 } : { kind: saving }} />
      </header>
      {lost && !session.elsewhere ? (
        <Alert color="yellow" role="status" mb="sm">
          {t(online ? 'exam.unreachable' : 'exam.clockRuns')}
          {session.unsaved.length > 0 ? (
            <Text size="sm">{t('exam.waiting', { count: session.unsaved.length })}</Text>
          ) : null}
        </Alert>
      ) : null}
      {session.elsewhere ? (
        <Alert color="yellow" role="alert" mb="sm">
          <Stack gap="xs" align="flex-start">
            {t('exam.elsewhere')}
            {session.unsaved.length > 0 ? (
              <Text size="sm">{t('exam.elsewhereUnsaved', { count: session.unsaved.length })}</Text>
            ) : null}
            <Button size="xs" onClick={() => void session.takeOver().catch(setTrouble)}>
              {t('exam.takeOver')}
            </Button>
          </Stack>
        </Alert>
      ) : null}
      {trouble ? (
        <Alert color="red" role="alert" mb="sm">
          {sayWhy(trouble)}
        </Alert>
      ) : null}
      <div className={classes.desk}>
        <section className={classes.paper} aria-labelledby="question">
          {question ? (
            <ExamQuestion
              key={place}
              asked={question.asked}
              marks={question.marks}
              place={place}
              total={total}
              response={session.answers.get(place)?.response ?? null}
              locked={session.elsewhere || over}
              heading={heading}
              onAnswer={(response) => session.answer(place, response)}
            />
          ) : null}
          <Group justify="space-between" mt="lg" wrap="nowrap" gap="xs">
            <Button variant="default" disabled={place === 0} onClick={() => go(place - 1)}>
              {t('exam.before')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              aria-pressed={session.marked.includes(place)}
              onClick={() => session.toggleMark(place)}
            >
              {session.marked.includes(place) ? t('exam.unmark') : t('exam.mark')}
            </Button>
            {place < total - 1 ? (
              <Button onClick={() => go(place + 1)}>{t('exam.after')}</Button>
            ) : (
              <Button onClick={openSummary}>{t('exam.finish')}</Button>
            )}
          </Group>
          {question && hasKeys(question.asked.kind) ? (
            <Text size="sm" c="dimmed" mt="md" visibleFrom="sm">
              {t(question.asked.kind === 'judgement' ? 'exam.keysJudge' : 'exam.keys')}
            </Text>
          ) : null}
        </section>
        <aside className={classes.side} aria-label={t('exam.sheet')}>
          <ExamSheet session={session} total={total} place={place} go={go} />
          <Button fullWidth mt="md" variant="default" onClick={openSummary}>
            {t('exam.finish')}
          </Button>
        </aside>
      </div>
      <footer className={classes.foot}>
        <Button
          hiddenFrom="md"
          variant="default"
          leftSection={<IconListNumbers size={18} aria-hidden />}
          onClick={openSheet}
        >
          {t('exam.sheet')} {total - session.open.length}/{total}
        </Button>
        <Anchor component={Link} to={`/courses/${shown.courseId}`} size="sm">
          {t('exam.leave')}
        </Anchor>
      </footer>
      <Drawer opened={sheet} onClose={closeSheet} position="bottom" title={t('exam.sheet')}>
        <ExamSheet session={session} total={total} place={place} go={go} />
        <Button fullWidth mt="md" onClick={openSummary}>
          {t('exam.finish')}
        </Button>
      </Drawer>
      <ExamSummary
        opened={summary}
        onClose={closeSummary}
        session={session}
        total={total}
        go={go}
        onHandedIn={onHandedIn}
      />
    </div>
  )
}
