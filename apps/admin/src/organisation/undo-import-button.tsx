import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { UnitId } from '@dangjian/domain/access'
import { organisationRefusalWords } from '@dangjian/domain/organisation'
import { ConfirmDialog } from '@dangjian/ui/confirm-dialog'
import { Button } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords, useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { refreshOrganisation } from './organisation-data.ts'

interface UndoImportProps {
  readonly unitId: UnitId
  readonly row: {
    readonly id: string
    readonly fileName: string
    readonly newCount: number
    readonly changedCount: number
  }
}

/** Takes an import back whole, while nothing was built on it; says first how many it concerns, or what stands in the way. */
export function UndoImportButton({ unitId, row }: UndoImportProps) {
  const t = useTexts('societyImport')
  const api = useApi()
  const word = useWord()
  const sayWhy = useRefusalWords(organisationRefusalWords)
  const [asking, setAsking] = useState(false)
  const hindrance = useQuery({
    ...api.organisation.findImportHindrance.queryOptions({ unitId, importId: row.id }),
    enabled: asking,
    staleTime: 0,
  })
  const name = hindrance.data?.name ?? null
  const undo = useMutation(
    api.organisation.undoSocietyImport.mutationOptions({
      onSuccess: async () => {
        await refreshOrganisation()
        notify({ text: t('undo.done') })
        setAsking(false)
      },
    }),
  )
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)} aria-label={`${t('undo.act')}: ${row.fileName}`}>
        {t('undo.act')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          undo.reset()
          setAsking(false)
        }}
        onConfirm={name === null ? () => undo.mutate({ unitId, importId: row.id }) : undefined}
        title={t('undo.title', { file: row.fileName })}
        confirm={t('undo.confirm')}
        busy={hindrance.isLoading || undo.isPending}
        trouble={
          name === null
            ? undo.error && sayWhy(undo.error)
            : word(organisationRefusalWords, 'import-built-upon', { name })
        }
        grave
      >
        {name === null ? t('undo.what', { new: row.newCount, changed: row.changedCount }) : null}
      </ConfirmDialog>
    </>
  )
}
