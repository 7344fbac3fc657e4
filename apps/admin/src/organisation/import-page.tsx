import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FileId } from '@dangjian/domain/access'
import type { SocietyColumn } from '@dangjian/domain/organisation'
import { FileDrop } from '@dangjian/ui/file-drop'
import { useSessionStorage } from '@dangjian/ui/hooks'
import { Button, Stepper } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useActingGrant } from '@dangjian/door/session'
import { uploadFile } from '@dangjian/door/upload'
import { useTexts } from '../app/texts.ts'
import { ImportColumns } from './import-columns.tsx'
import { ImportHistory } from './import-history.tsx'
import { ImportPreviewPanel } from './import-preview.tsx'
import { ImportReceipt } from './import-receipt.tsx'
import classes from './organisation.module.css'

const route = getRouteApi('/inside/organisation/import')

export type Columns = Partial<Record<SocietyColumn, number>>
export type Corrections = Record<string, Partial<Record<SocietyColumn, string>>>

/** A list of societies comes in: upload, match the columns, preview, confirm, receipt; undo while nothing was built on it. */
export function ImportPage() {
  const t = useTexts('societyImport')
  const frame = useTexts('frame')
  const navigate = useNavigate()
  const unitId = useActingGrant()?.unitId
  const { file, receipt } = route.useSearch()
  // Kept with its file, so that nothing between two steps shows while the address changes.
  const [matched, setMatched] = useState<{ file: FileId; columns: Columns } | null>(null)
  const columns = matched && matched.file === file ? matched.columns : null
  // What was corrected outlives a reload: it took somebody's time.
  const [corrections, setCorrections] = useSessionStorage<Corrections>({
    key: `import-corrections-${file ?? ''}`,
    defaultValue: {},
  })
  const go = (search: { file?: FileId; receipt?: string }) => {
    void navigate({ to: '/organisation/import', search })
  }
  if (!unitId) return null
  const step = receipt ? 3 : !file ? 0 : columns ? 2 : 1
  return (
    <>
      <PageHeading
        title={t('title')}
        suffix={frame('product')}
        note={t('note')}
        others={
          step > 0 ? (
            <Button variant="default" onClick={() => go({})}>
              {receipt ? t('receipt.more') : t('again')}
            </Button>
          ) : null
        }
      />
      <Stepper active={step} size="xs" mb="lg" className={classes.steps ?? ''} allowNextStepsSelect={false}>
        {(['upload', 'columns', 'preview', 'receipt'] as const).map((each) => (
          <Stepper.Step key={each} label={t(`steps.${each}`)} component="div" />
        ))}
      </Stepper>
      {step === 0 ? (
        <>
          <FileDrop
            label={t('upload.label')}
            hint={t('upload.hint')}
            accept=".csv,.tsv,.txt,.xlsx"
            upload={async (chosen, onProgress, signal) => {
              const kept = await uploadFile(chosen, 'import', { lost: t('upload.lost'), onProgress, signal })
              go({ file: kept.fileId })
            }}
          />
          <ImportHistory unitId={unitId} />
        </>
      ) : null}
      {file && step === 1 ? (
        <ImportColumns
          unitId={unitId}
          fileId={file}
          onMatched={(chosen) => setMatched({ file, columns: chosen })}
          onAgain={() => go({})}
        />
      ) : null}
      {file && columns && step === 2 ? (
        <ImportPreviewPanel
          unitId={unitId}
          fileId={file}
          columns={columns}
          corrections={corrections}
          onCorrect={setCorrections}
          onColumns={() => setMatched(null)}
          onDone={(importId) => go({ receipt: importId })}
        />
      ) : null}
      {receipt ? <ImportReceipt unitId={unitId} importId={receipt} /> : null}
    </>
  )
}
