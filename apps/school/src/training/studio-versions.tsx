import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trainingRefusalWords, type CourseId, type CourseState, type CourseVersionId } from '@dangjian/domain/training'
import { InstantText } from '@dangjian/ui/date-text'
import { ConfirmDialog } from '@dangjian/ui/confirm-dialog'
import { LoadingFace } from '@dangjian/ui/faces'
import { Button, List, Modal, Stack, Text, Title } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { queryClient, useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useRefusalWords } from '@dangjian/door/word'
import { ChangeList } from './studio-changes.tsx'
import { useStudioTexts } from './studio-texts.ts'

/** The published versions of a course, what each changed, and the way to withdraw it. */
export function StudioVersions({
  courseId,
  state,
  editable,
}: {
  courseId: CourseId
  state: CourseState
  editable: boolean
}) {
  const t = useStudioTexts()
  const api = useApi()
  const sayWhy = useRefusalWords(trainingRefusalWords)
  const [between, setBetween] = useState<readonly [from: CourseVersionId, to: CourseVersionId] | null>(null)
  const [withdrawing, setWithdrawing] = useState(false)
  const versions = useQuery(api.training.listCourseVersions.queryOptions({ courseId }))
  const withdraw = useMutation(
    api.training.withdrawCourse.mutationOptions({
      onSuccess: async () => {
        setWithdrawing(false)
        notify({ text: t('course.withdrawn') })
        await queryClient.invalidateQueries(api.training.pathFilter())
      },
    }),
  )
  const rows = versions.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Stack gap="sm">
      <Title order={2} size="h5">
        {t('course.versions')}
      </Title>
      <List listStyleType="none" spacing="sm">
        {rows.map((version, index) => {
          const before = rows[index + 1]
          return (
            <List.Item key={version.id}>
              <Text size="sm">{t('course.versionLine', { ...version })}</Text>
              <Text size="xs" c="dimmed">
                <InstantText at={version.publishedAt} /> {version.publishedByName}
              </Text>
              {version.changeNote ? <Text size="sm">{t('course.noteLine', { note: version.changeNote })}</Text> : null}
              {before ? (
                <Button size="compact-sm" variant="subtle" px={0} onClick={() => setBetween([before.id, version.id])}>
                  {t('course.difference')}
                </Button>
              ) : null}
            </List.Item>
          )
        })}
      </List>
      {editable && state === 'published' ? (
        <div>
          <Button variant="default" size="compact-md" onClick={() => setWithdrawing(true)}>
            {t('course.withdraw')}
          </Button>
        </div>
      ) : null}
      <ConfirmDialog
        opened={withdrawing}
        onClose={() => setWithdrawing(false)}
        onConfirm={() => withdraw.mutate({ courseId })}
        title={t('course.withdrawTitle')}
        confirm={t('course.withdraw')}
        busy={withdraw.isPending}
        trouble={withdraw.error ? sayWhy(withdraw.error) : null}
      >
        {t('course.withdrawLead')}
      </ConfirmDialog>
      {between ? <Difference courseId={courseId} between={between} onClose={() => setBetween(null)} /> : null}
    </Stack>
  )
}

function Difference(props: {
  courseId: CourseId
  between: readonly [CourseVersionId, CourseVersionId]
  onClose: () => void
}) {
  const t = useStudioTexts()
  const [fromVersionId, toVersionId] = props.between
  const difference = useQuery(
    useApi().training.showVersionDifference.queryOptions({ courseId: props.courseId, fromVersionId, toVersionId }),
  )
  return (
    <Modal opened onClose={props.onClose} title={t('course.difference')} size="lg">
      {difference.isPending ? <LoadingFace shape="lines" /> : null}
      {difference.error ? <TroubleFace error={difference.error} onRetry={() => void difference.refetch()} /> : null}
      {difference.data ? <ChangeList changes={difference.data.changes} /> : null}
    </Modal>
  )
}
