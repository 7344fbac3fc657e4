import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileId, UnitId } from '@dangjian/domain/access'
import { organisationRefusalWords } from '@dangjian/domain/organisation'
import { FailedFace, LoadingFace } from '@dangjian/ui/faces'
import { useDebouncedValue, useSessionStorage } from '@dangjian/ui/hooks'
import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@dangjian/ui/kit'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { client, useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { TroubleFace } from '@dangjian/door/page-faces'
import { refusalOf, useRefusalWords } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { ExportRows } from './export-rows.tsx'
import { ImportHeading } from './import-heading.tsx'
import { ImportLineItem } from './import-line-item.tsx'
import { RenameDecision, RenameTheRest } from './import-rename.tsx'
import type { Columns, Corrections } from './import-page.tsx'
import { refreshOrganisation } from './organisation-data.ts'
import classes from './organisation.module.css'

/** In the order of what needs a decision: the first kind that has lines is the one that opens. */
const OUTCOMES = ['renamed', 'new', 'changed', 'wrong', 'unchanged'] as const
type Outcome = (typeof OUTCOMES)[number]

interface ImportPreviewProps {
  readonly unitId: UnitId
  readonly fileId: FileId
  readonly columns: Columns
  readonly corrections: Corrections
  readonly onCorrect: (corrections: Corrections) => void
  readonly onColumns: () => void
  readonly onDone: (importId: string) => void
}

/** What the import would do, line by line; wrong lines are corrected in place or taken home. Nothing is written yet. */
export function ImportPreviewPanel(props: ImportPreviewProps) {
  const { unitId, fileId, columns, corrections, onCorrect, onColumns, onDone } = props
  const t = useTexts('societyImport')
  const api = useApi()
  const { language } = useLanguage()
  const sayWhy = useRefusalWords(organisationRefusalWords)
  const [chosen, setChosen] = useState<Outcome | null>(null)
  const [renames, setRenames] = useSessionStorage<Record<string, boolean>>({
    key: `import-renames-${fileId}`,
    defaultValue: {},
  })
  const [asked] = useDebouncedValue(corrections, 350)
  const input = { unitId, fileId, columns, corrections: asked }
  const confirm = useMutation(
    api.organisation.confirmSocietyImport.mutationOptions({
      onSuccess: async ({ importId }) => {
        await refreshOrganisation()
        onDone(importId)
      },
    }),
  )
  const preview = useQuery({
    ...api.organisation.previewSocietyImport.queryOptions(input),
    placeholderData: (before) => before,
    // What was confirmed stays as it was seen until the receipt is there.
    enabled: !confirm.isPending && !confirm.isSuccess,
  })
  if (preview.error && refusalOf(preview.error)) {
    return (
      <FailedFace title={t('unreadable')} act={<Button onClick={onColumns}>{t('columns.change')}</Button>}>
        {sayWhy(preview.error)}
      </FailedFace>
    )
  }
  if (preview.error) return <TroubleFace error={preview.error} onRetry={() => void preview.refetch()} />
  if (!preview.data) return <LoadingFace count={10} />
  const { counts, lines } = preview.data
  const shown = chosen ?? OUTCOMES.find((each) => counts[each] > 0) ?? 'new'
  // A line that is being corrected stays in sight when it has become right, until another kind is looked at.
  const visible = lines.filter(
    (line) => line.outcome === shown || (shown === 'wrong' && corrections[line.line] !== undefined),
  )
  const busy = preview.isFetching || asked !== corrections
  const renamed = lines.filter(({ outcome }) => outcome === 'renamed')
  const plan = { changed: counts.changed + renamed.filter(({ line }) => renames[line]).length, new: counts.new }
  const undecided = renamed.flatMap(({ line }) => (renames[line] === undefined ? [line] : []))
  const roots = lines.filter(({ outcome }) => outcome === 'root').length
  const reason =
    undecided.length > 0
      ? t('preview.undecided', { count: undecided.length })
      : plan.new + plan.changed === 0
        ? t('preview.reason')
        : null
  return (
    <Stack gap="md" component="section" aria-labelledby="import-preview">
      <Group justify="space-between">
        <ImportHeading id="import-preview">{t('preview.title')}</ImportHeading>
        <Group gap="xs">
          <Button variant="default" onClick={onColumns}>
            {t('columns.change')}
          </Button>
          {counts.wrong > 0 ? (
            <ExportRows
              label={t('preview.download')}
              make={(format) => client.organisation.exportWrongLines.query({ ...input, format, language })}
            />
          ) : null}
          {reason ? <Text size="sm">{reason}</Text> : null}
          <ReasonedButton
            reason={reason}
            loading={confirm.isPending || confirm.isSuccess || busy}
            onClick={() => confirm.mutate({ unitId, fileId, columns, corrections, renames })}
          >
            {t('preview.confirm', plan)}
          </ReasonedButton>
        </Group>
      </Group>
      {confirm.error ? (
        <Alert color="red" role="alert">
          {sayWhy(confirm.error)}
        </Alert>
      ) : null}
      <SegmentedControl
        aria-label={t('preview.title')}
        fullWidth
        data={OUTCOMES.filter((each) => counts[each] > 0 || each === shown).map((each) => ({
          value: each,
          label: `${t(`preview.${each}`)} ${counts[each]}`,
        }))}
        value={shown}
        onChange={(value) => setChosen(OUTCOMES.find((each) => each === value) ?? null)}
      />
      {roots > 0 ? (
        <Text size="sm" c="dimmed">
          {t('preview.roots', { count: roots })}
        </Text>
      ) : null}
      {(shown === 'wrong' || shown === 'renamed') && counts[shown] > 0 ? (
        <Text size="sm" c="dimmed">
          {t(`preview.lead.${shown}`)}
        </Text>
      ) : null}
      {shown === 'renamed' && undecided.length > 1 ? (
        <RenameTheRest
          count={undecided.length}
          onDecide={(value) => {
            setRenames({ ...renames, ...Object.fromEntries(undecided.map((line) => [line, value])) })
            document.getElementById('import-preview')?.focus()
          }}
        />
      ) : null}
      <Text size="sm" c="dimmed" role="status">
        {busy ? t('preview.updating') : ''}
      </Text>
      {visible.length === 0 ? <Text c="dimmed">{t('preview.nothing')}</Text> : null}
      <ul className={classes.rows}>
        {visible.map((line) => (
          <ImportLineItem
            key={line.line}
            line={line}
            corrections={corrections[line.line]}
            decision={
              line.outcome === 'renamed' ? (
                <RenameDecision
                  line={line.line}
                  renamed={renames[line.line]}
                  onDecide={(value) => setRenames({ ...renames, [line.line]: value })}
                />
              ) : null
            }
            onCorrect={(cells) => onCorrect({ ...corrections, [line.line]: { ...corrections[line.line], ...cells } })}
          />
        ))}
      </ul>
    </Stack>
  )
}
