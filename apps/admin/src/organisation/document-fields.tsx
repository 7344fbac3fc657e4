import { useId } from 'react'
import type { FileId } from '@dangjian/domain/access'
import { FileDrop } from '@dangjian/ui/file-drop'
import { IconPaperclip } from '@dangjian/ui/icons'
import { Button, Group, Input, Stack, Text, TextInput } from '@dangjian/ui/kit'
import { uploadFile } from '@dangjian/door/upload'
import { useTexts } from '../app/texts.ts'
import classes from './organisation.module.css'

/** The paper that something stands on, as a form holds it. */
export interface DocumentDraft {
  readonly no: string
  readonly file: { readonly id: FileId; readonly name: string } | null
}

export const noDocument: DocumentDraft = { no: '', file: null }

/** As the server takes it. */
export function documentOf({ no, file }: DocumentDraft): { documentNo: string | null; documentFileId: FileId | null } {
  return { documentNo: no.trim() || null, documentFileId: file?.id ?? null }
}

interface DocumentFieldsProps {
  readonly value: DocumentDraft
  readonly onChange: (document: DocumentDraft) => void
  readonly required?: boolean
  readonly error?: string | null
}

/** Number of the paper, its file, or both: where one is needed either will do, so the mark stands over the two. */
export function DocumentFields({ value, onChange, required = false, error = null }: DocumentFieldsProps) {
  const t = useTexts('unitActs')
  const errorId = useId()
  return (
    <Stack gap="xs" component="fieldset" className={classes.paper ?? ''} aria-describedby={error ? errorId : undefined}>
      <Input.Label component="legend" required={required}>
        {t('document.title')}
      </Input.Label>
      <Input.Description>{required ? t('document.required') : t('document.optional')}</Input.Description>
      {error ? (
        <Input.Error id={errorId} role="alert">
          {error}
        </Input.Error>
      ) : null}
      <TextInput
        label={t('document.no')}
        placeholder={t('document.example')}
        maxLength={100}
        value={value.no}
        onChange={(event) => onChange({ ...value, no: event.currentTarget.value })}
      />
      <Input.Wrapper label={t('document.file')} labelElement="div">
        {value.file ? (
          <Group gap="xs" justify="space-between">
            <Text size="sm">
              <IconPaperclip size={16} aria-hidden style={{ verticalAlign: '-3px' }} /> {value.file.name}
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => onChange({ ...value, file: null })}>
              {t('document.remove')}
            </Button>
          </Group>
        ) : (
          <FileDrop
            label={t('document.file')}
            hint={t('document.hint')}
            upload={async (file, onProgress, signal) => {
              const kept = await uploadFile(file, 'approval', { lost: t('document.lost'), onProgress, signal })
              onChange({ ...value, file: { id: kept.fileId, name: kept.name } })
            }}
          />
        )}
      </Input.Wrapper>
    </Stack>
  )
}
