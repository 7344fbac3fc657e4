import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { courseGapWords, trainingRefusalWords, type CourseId } from '@dangjian/domain/training'
import { LoadingFace } from '@dangjian/ui/faces'
import { Alert, Anchor, Button, Group, List, Modal, Stack, Text, Textarea } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { queryClient, useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useRefusalWords, useWord } from '@dangjian/door/word'
import { ChangeList } from './studio-changes.tsx'
import type { CourseDraft } from './studio-draft.ts'
import { useStudioTexts } from './studio-texts.ts'

interface PublishProps {
  readonly courseId: CourseId
  readonly draft: CourseDraft
  readonly withdrawn: boolean
  readonly onOpen: (at: string | null) => void
  readonly onClose: () => void
}

/** Lists what is missing with the way there; when nothing is, says what changes for learners, and publishes. */
export function StudioPublish({ courseId, draft, withdrawn, onOpen, onClose }: PublishProps) {
  const t = useStudioTexts()
  const word = useWord()
  const api = useApi()
  const { words } = useLanguage()
  const sayWhy = useRefusalWords(trainingRefusalWords)
  const [saved, setSaved] = useState(false)
  const [changeNote, setChangeNote] = useState('')
  const { settle } = draft
  // What is published is what was saved.
  useEffect(() => void settle().then(setSaved), [settle])
  const preview = useQuery({
    ...api.training.previewPublish.queryOptions({ courseId }),
    enabled: saved,
    staleTime: 0,
    gcTime: 0,
  })
  const publish = useMutation(
    api.training.publishCourse.mutationOptions({
      onSuccess: async ({ number }) => {
        notify({ text: t('publish.done', { number }) })
        onClose()
        await queryClient.invalidateQueries(api.training.pathFilter())
      },
    }),
  )
  const { gaps = [], changes = null, learners = 0, number = 1, rev } = preview.data ?? {}
  const same = changes?.length === 0 && !withdrawn
  const reason = gaps.length > 0 ? t('publish.missing', { count: gaps.length }) : same ? t('publish.unchanged') : null
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={number > 1 ? t('publish.titleNext', { number }) : t('publish.title')}
    >
      <Stack gap="md">
        {publish.error ? (
          <Alert color="red" role="alert">
            {sayWhy(publish.error)}
          </Alert>
        ) : null}
        {!saved || preview.isPending ? <LoadingFace shape="lines" count={4} /> : null}
        {preview.error ? <TroubleFace error={preview.error} onRetry={() => void preview.refetch()} /> : null}
        {preview.data && gaps.length > 0 ? (
          <section>
            <Text fw={600} mb="xs">
              {t('publish.missing', { count: gaps.length })}
            </Text>
            <List spacing={6}>
              {gaps.map(({ gap, sectionId, lessonId, detail }, index) => (
                <List.Item key={index}>
                  {word(courseGapWords, gap, detail)}{' '}
                  <Anchor
                    component="button"
                    type="button"
                    inherit
                    aria-label={`${t('publish.go')}: ${word(courseGapWords, gap, detail)}`}
                    onClick={() => {
                      onOpen(lessonId ?? sectionId)
                      onClose()
                    }}
                  >
                    {t('publish.go')}
                  </Anchor>
                </List.Item>
              ))}
            </List>
          </section>
        ) : null}
        {preview.data && gaps.length === 0 ? (
          <>
            <Text>{t('publish.ready')}</Text>
            {changes === null ? (
              <Text c="dimmed">{t('publish.first')}</Text>
            ) : (
              <section>
                <Text fw={600} mb="xs">
                  {t('publish.changes')}
                </Text>
                <ChangeList changes={changes} />
              </section>
            )}
            {learners > 0 ? <Text c="dimmed">{t('publish.stay', { count: learners })}</Text> : null}
            {changes === null ? null : (
              <Textarea
                label={t('publish.note')}
                placeholder={t('publish.noteHint')}
                maxLength={1000}
                autosize
                minRows={2}
                value={changeNote}
                onChange={(event) => setChangeNote(event.currentTarget.value)}
              />
            )}
          </>
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <ReasonedButton
            reason={preview.data ? reason : t('publish.saveFirst')}
            loading={publish.isPending}
            onClick={() => {
              if (rev !== undefined) publish.mutate({ courseId, rev, changeNote })
            }}
          >
            {t('publish.act')}
          </ReasonedButton>
        </Group>
      </Stack>
    </Modal>
  )
}
