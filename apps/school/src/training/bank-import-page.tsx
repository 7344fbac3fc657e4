import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FileId } from '@dangjian/domain/access'
import { trainingRefusalWords, type BankId } from '@dangjian/domain/training'
import { LoadingFace } from '@dangjian/ui/faces'
import { FileDrop } from '@dangjian/ui/file-drop'
import { Alert, Anchor, Button, Group, Stack, Text } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { queryClient, useApi } from '@dangjian/door/api'
import { useDoorTexts } from '@dangjian/door/door-texts'
import { TroubleFace } from '@dangjian/door/page-faces'
import { uploadFile } from '@dangjian/door/upload'
import { refusalOf, useRefusalWords } from '@dangjian/door/word'
import { ImportTable } from './bank-import-table.tsx'
import { TemplateButtons } from './bank-template.tsx'
import { useStudioTexts } from './studio-texts.ts'
import classes from './studio.module.css'

const route = getRouteApi('/inside/studio/banks/$bankId/import')

/** Fills a bank from a file: first what each row would do, then, when confirmed, the import. */
export function BankImportPage() {
  const t = useStudioTexts()
  const door = useDoorTexts()
  const api = useApi()
  const navigate = useNavigate()
  const sayWhy = useRefusalWords(trainingRefusalWords)
  const bankId = route.useParams().bankId as BankId
  const { file, show } = route.useSearch()
  const [also, setAlso] = useState<ReadonlySet<number>>(new Set())
  const set = (next: { file?: string; show?: 'new' | 'like' | 'wrong' }) =>
    void navigate({ to: '/studio/banks/$bankId/import', params: { bankId }, search: next, replace: true })
  const bank = useQuery(api.training.showBank.queryOptions({ bankId }))
  const preview = useQuery({
    ...api.training.previewQuestionImport.queryOptions({ bankId, fileId: file as FileId }),
    enabled: file !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  })
  const confirm = useMutation(
    api.training.confirmQuestionImport.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(api.training.listQuestions.pathFilter()),
    }),
  )
  if (bank.error) return <TroubleFace error={bank.error} onRetry={() => void bank.refetch()} />
  const count = (preview.data?.counts.new ?? 0) + also.size
  return (
    <>
      <PageHeading
        title={t('import.title')}
        suffix={door('own.product')}
        note={t('import.lead')}
        trail={
          <Anchor component={Link} to={`/studio/banks/${bankId}`} size="sm">
            {bank.data?.title ?? t('bank.all')}
          </Anchor>
        }
        others={<TemplateButtons />}
      />
      {confirm.data ? (
        <Alert color="green" role="status" mb="md">
          <Text mb="sm">{t('import.done', { ...confirm.data })}</Text>
          <Group gap="xs">
            <Button component={Link} to={`/studio/banks/${bankId}`} size="compact-md" variant="default">
              {t('import.toBank')}
            </Button>
            <Button
              size="compact-md"
              variant="default"
              onClick={() => {
                confirm.reset()
                set({})
              }}
            >
              {t('import.other')}
            </Button>
          </Group>
        </Alert>
      ) : (
        <Stack gap="md" className={classes.importing}>
          {file ? null : (
            <FileDrop
              label={t('import.file')}
              hint={t('import.hint')}
              accept=".xlsx,.csv,.tsv,.gift,.txt,.json"
              upload={async (chosen, onProgress, signal) => {
                const kept = await uploadFile(chosen, 'import', { lost: t('lesson.lost'), onProgress, signal })
                setAlso(new Set())
                set({ file: kept.fileId })
              }}
            />
          )}
          {file && preview.isPending ? <LoadingFace /> : null}
          {preview.error ? (
            refusalOf(preview.error) ? (
              <Alert color="red" role="alert">
                <Text mb="sm">{sayWhy(preview.error)}</Text>
                <Button size="compact-md" variant="default" onClick={() => set({})}>
                  {t('import.other')}
                </Button>
              </Alert>
            ) : (
              <TroubleFace error={preview.error} onRetry={() => void preview.refetch()} />
            )
          ) : null}
          {preview.data && file ? (
            <>
              <ImportTable
                preview={preview.data}
                show={show ?? null}
                also={also}
                onAlso={setAlso}
                onShow={(next) => set({ file, ...(next ? { show: next } : {}) })}
              />
              {preview.data.counts.wrong > 0 ? <Text c="dimmed">{t('import.wrongKept')}</Text> : null}
              {confirm.error ? (
                <Alert color="red" role="alert">
                  {sayWhy(confirm.error)}
                </Alert>
              ) : null}
              <Group justify="flex-end" gap="xs" className={classes.bar}>
                <Button variant="default" onClick={() => set({})}>
                  {t('import.other')}
                </Button>
                <ReasonedButton
                  reason={count === 0 ? t('import.nothing') : null}
                  loading={confirm.isPending}
                  onClick={() => confirm.mutate({ bankId, fileId: file as FileId, alsoLines: [...also] })}
                >
                  {t('import.confirm', { count })}
                </ReasonedButton>
              </Group>
            </>
          ) : null}
        </Stack>
      )}
    </>
  )
}
