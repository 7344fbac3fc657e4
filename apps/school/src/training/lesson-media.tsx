import { useRef, useState } from 'react'
import { lengthOf, learningRefusalWords, uncreditedWords } from '@dangjian/domain/training'
import { Alert, Button, Spoiler, Stack, Text, Title } from '@dangjian/ui/kit'
import { formatDuration } from '@dangjian/ui/date-format'
import { VideoPlayer } from '@dangjian/ui/video-player'
import { useWord } from '@dangjian/door/word'
import { useLearningTexts } from './learning-texts.ts'
import type { LessonProps } from './lesson-page.tsx'
import { usePlayAttention } from './play-attention.ts'
import { usePlayReports } from './play-reports.ts'

/** A recording: it goes on where one stopped, and shows what of it the server has credited, and why a part was not. */
export function LessonMedia({ shown, enrolmentId, onNeed, onMoved }: LessonProps) {
  const t = useLearningTexts()
  const word = useWord()
  const stage = useRef<HTMLDivElement>(null)
  const { content, lesson } = shown
  const [startAt] = useState(shown.position)
  const media = content.kind === 'video' || content.kind === 'audio' ? content : null
  const play = usePlayReports({
    stage,
    enrolmentId,
    lessonId: lesson.id,
    played: media?.played ?? [],
    onNeed,
    onMoved,
  })
  const watch = usePlayAttention({ stage, kind: media?.kind ?? 'video', onPlayed: play.notePlayed })
  if (!media) return null
  if (!media.fileId) return <Text c="dimmed">{t('lesson.fileMissing')}</Text>
  return (
    <Stack gap="sm">
      {play.takenOver ? (
        <Alert color="yellow" role="alert" title={t('lesson.takenTitle')}>
          <Stack gap="xs" align="flex-start">
            {word(learningRefusalWords, 'play-taken-over')}
            <Button size="xs" onClick={play.takeBack}>
              {t('lesson.takeBack')}
            </Button>
          </Stack>
        </Alert>
      ) : null}
      {play.tookOver ? (
        <Alert color="gray" role="status">
          {t('lesson.tookOver')}
        </Alert>
      ) : null}
      <div role="status">
        {watch.attention === 'here' ? null : (
          <Alert color="gray" title={t(watch.attention === 'asked' ? 'lesson.asked' : 'lesson.away')}>
            <Stack gap="xs" align="flex-start">
              {t(watch.attention === 'asked' ? 'lesson.askedLead' : 'lesson.awayLead')}
              <Button size="xs" variant="default" onClick={watch.answer}>
                {t('lesson.here')}
              </Button>
            </Stack>
          </Alert>
        )}
        {watch.hidden ? <Alert color="gray">{t('lesson.hidden')}</Alert> : null}
      </div>
      <div ref={stage}>
        <VideoPlayer
          kind={media.kind}
          src={`/files/${media.fileId}`}
          label={lesson.title}
          startAt={startAt}
          durationSeconds={media.seconds}
          credited={play.played.map(({ from, to }) => [from, to] as const)}
          barred={play.takenOver}
          onPlayed={watch.notePlayed}
          onPosition={play.notePosition}
        />
      </div>
      <Text size="sm">
        {t(lengthOf(play.played) < media.neededSeconds ? 'lesson.credited' : 'lesson.creditedEnough', {
          done: formatDuration(lengthOf(play.played)),
          needed: formatDuration(media.neededSeconds),
        })}
      </Text>
      <div role="status">
        {play.uncredited ? (
          <Text size="sm" c="dimmed">
            {word(uncreditedWords, play.uncredited.reason, { seconds: play.uncredited.seconds })}
          </Text>
        ) : null}
        {play.waiting ? (
          <Text size="sm" c="dimmed">
            {t('lesson.waiting')}
          </Text>
        ) : null}
      </div>
      <Text size="sm" c="dimmed">
        {t('lesson.honest')}
      </Text>
      {media.transcript ? (
        <section>
          <Title order={2} size="h5" mb="xs">
            {t('lesson.transcript')}
          </Title>
          <Spoiler maxHeight={160} showLabel="…" hideLabel="↑">
            <Text style={{ whiteSpace: 'pre-wrap' }}>{media.transcript}</Text>
          </Spoiler>
        </section>
      ) : null}
    </Stack>
  )
}
