import { useMutation, useQuery } from '@tanstack/react-query'
import { trainingRefusalWords, type CourseId } from '@dangjian/domain/training'
import { formatInstant } from '@dangjian/ui/date-format'
import { LoadingFace } from '@dangjian/ui/faces'
import { Alert, Button, Drawer, Group, Stack, Text } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useRefusalWords } from '@dangjian/door/word'
import { useChangeWords } from './studio-changes.tsx'
import type { CourseDraft } from './studio-draft.ts'
import { useStudioTexts } from './studio-texts.ts'

interface HistoryProps {
  readonly courseId: CourseId
  readonly draft: CourseDraft
  readonly editable: boolean
  readonly onClose: () => void
}

/** Which saved states were published, and as which version: what was published is what was saved last before it. */
function publishedAs(
  saved: readonly { readonly rev: number; readonly savedAt: number }[],
  versions: readonly { readonly number: number; readonly publishedAt: number }[],
): Map<number, number> {
  return new Map(
    versions
      .toSorted((a, b) => a.number - b.number)
      .flatMap(({ number, publishedAt }) => {
        const state = saved.find(({ savedAt }) => savedAt <= publishedAt)
        return state ? [[state.rev, number] as const] : []
      }),
  )
}

/** Every saved state of the draft, to go back to. */
export function StudioHistory({ courseId, draft, editable, onClose }: HistoryProps) {
  const t = useStudioTexts()
  const api = useApi()
  const { language } = useLanguage()
  const changeWords = useChangeWords()
  const sayWhy = useRefusalWords(trainingRefusalWords)
  const history = useQuery({ ...api.training.listDraftHistory.queryOptions({ courseId }), staleTime: 0 })
  const versions = useQuery(api.training.listCourseVersions.queryOptions({ courseId }))
  const published = publishedAs(history.data?.rows ?? [], versions.data?.rows ?? [])
  const restore = useMutation(
    api.training.restoreDraft.mutationOptions({
      onSuccess: async (_, { toRev }) => {
        const at = history.data?.rows.find(({ rev }) => rev === toRev)?.savedAt
        await draft.reload()
        if (at) notify({ text: t('history.restored', { at: formatInstant(at, language) }) })
        onClose()
      },
    }),
  )
  return (
    <Drawer opened onClose={onClose} position="right" title={t('history.title')}>
      <Text size="sm" c="dimmed" mb="md">
        {t('history.lead')}
      </Text>
      {restore.error ? (
        <Alert color="red" role="alert" mb="md">
          {sayWhy(restore.error)}
        </Alert>
      ) : null}
      {history.isPending ? <LoadingFace /> : null}
      {history.error ? <TroubleFace error={history.error} onRetry={() => void history.refetch()} /> : null}
      <Stack gap="sm" component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
        {history.data?.rows.map(({ rev, savedAt, savedByName, title, changes, changed }, index) => (
          <Group key={rev} component="li" justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm">{formatInstant(savedAt, language)}</Text>
              <Text size="xs" c="dimmed">
                {savedByName}
                {changes === null ? ` · ${title}` : null}
              </Text>
              {changes?.length === 0 ? <Text size="xs">{t('history.about')}</Text> : null}
              {changes?.map((change, at) => (
                <Text key={at} size="xs">
                  {changeWords(change)}
                </Text>
              ))}
              {changes && changed > changes.length ? (
                <Text size="xs" c="dimmed">
                  {t('history.more', { count: changed - changes.length })}
                </Text>
              ) : null}
              {published.has(rev) ? (
                <Text size="xs" fw={600}>
                  {t('history.published', { number: published.get(rev) })}
                </Text>
              ) : null}
            </div>
            {index === 0 ? (
              <Text size="sm" c="dimmed">
                {t('history.current')}
              </Text>
            ) : editable ? (
              <Button
                size="compact-sm"
                variant="default"
                loading={restore.isPending && restore.variables.toRev === rev}
                aria-label={`${t('history.restore')} ${formatInstant(savedAt, language)}`}
                onClick={async () => {
                  if (await draft.settle()) restore.mutate({ courseId, rev: draft.rev(), toRev: rev })
                }}
              >
                {t('history.restore')}
              </Button>
            ) : null}
          </Group>
        ))}
      </Stack>
    </Drawer>
  )
}
