import { useState, type KeyboardEvent } from 'react'
import { useLanguage } from '@dangjian/door/language'
import { Button, Group, TextInput } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import type { ItemRow, SectionRow } from './outline-rows.ts'

interface OutlineRetitleProps {
  readonly row: SectionRow | ItemRow
  readonly onDone: (to: { number: string; title: string }) => void
  readonly onCancel: () => void
}

/** The number and title of a section or an item, changed in their place: Enter keeps, Escape leaves them. */
export function OutlineRetitle({ row, onDone, onCancel }: OutlineRetitleProps) {
  const t = useTexts('plans')
  const { words } = useLanguage()
  const now = row.kind === 'section' ? row.section : row.item
  const [number, setNumber] = useState(String(now.number))
  const [title, setTitle] = useState(now.title)
  const done = () => onDone({ number: number.trim(), title: title.trim() })
  const key = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Enter') {
      event.preventDefault()
      done()
    }
    if (event.key === 'Escape') onCancel()
  }
  return (
    <Group gap="xs" wrap="wrap" align="flex-end" onKeyDown={key}>
      <TextInput
        size="xs"
        w={72}
        label={t('editor.number')}
        value={number}
        maxLength={row.kind === 'section' ? 20 : 3}
        inputMode={row.kind === 'item' ? 'numeric' : 'text'}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        flex={1}
        miw={160}
        label={t('editor.title')}
        value={title}
        maxLength={400}
        autoFocus
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" onClick={done}>
        {t('editor.retitled')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        onClick={onCancel}
        aria-label={`${words.cancel}: ${t('act.retitle')}`}
      >
        {t('editor.cancelRetitle')}
      </Button>
    </Group>
  )
}
