import { useState } from 'react'
import type { RichNode } from '@dangjian/ui/rich-text'
import { Button, Group, Modal, Stack, Text, TextInput } from '@dangjian/ui/kit'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { useStudioTexts } from './studio-texts.ts'
import classes from './studio.module.css'

/** As long as the server keeps. */
const ALT_LIMIT = 300

/** Asks what a picture shows before it goes in; one that only decorates needs no words. */
export function PictureQuestion({ src, onAnswer }: { src: string; onAnswer: (alt: string) => void }) {
  const t = useStudioTexts()
  const [alt, setAlt] = useState('')
  return (
    <Modal opened onClose={() => onAnswer('')} title={t('lesson.pictureTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (alt.trim() !== '') onAnswer(alt.trim())
        }}
      >
        <Stack gap="md">
          <img src={src} alt="" className={classes.pictureLarge} />
          <TextInput
            label={t('lesson.pictureAlt')}
            description={t('lesson.pictureAltHint')}
            maxLength={ALT_LIMIT}
            data-autofocus
            value={alt}
            onChange={(event) => setAlt(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => onAnswer('')}>
              {t('lesson.pictureDecorative')}
            </Button>
            <ReasonedButton type="submit" reason={alt.trim() === '' ? t('lesson.pictureAltMissing') : null}>
              {t('lesson.pictureInsert')}
            </ReasonedButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

interface PictureTextsProps {
  readonly body: RichNode
  readonly editable: boolean
  readonly onChange: (body: RichNode) => void
}

/** What is said of each picture of a text, to read and to change. */
export function PictureTexts({ body, editable, onChange }: PictureTextsProps) {
  const t = useStudioTexts()
  const pictures = picturesOf(body)
  if (pictures.length === 0) return null
  return (
    <Stack gap="xs" mt="sm">
      <Text size="sm" fw={500}>
        {t('lesson.pictureTitle')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('lesson.pictureAltHint')}
      </Text>
      {pictures.map(({ attrs }, place) => (
        <Group key={place} gap="sm" wrap="nowrap" align="flex-start">
          <img src={String(attrs?.src ?? '')} alt="" className={classes.picture} />
          <TextInput
            aria-label={t('lesson.pictureNumber', { n: place + 1 })}
            placeholder={t('lesson.pictureNone')}
            maxLength={ALT_LIMIT}
            readOnly={!editable}
            style={{ flex: 1 }}
            value={String(attrs?.alt ?? '')}
            onChange={(event) => onChange(withAlt(body, place, event.currentTarget.value))}
          />
        </Group>
      ))}
    </Stack>
  )
}

function picturesOf(node: RichNode): RichNode[] {
  return node.type === 'image' ? [node] : (node.content ?? []).flatMap(picturesOf)
}

/** The text with other words for one of its pictures, counted from 0 in reading order. */
function withAlt(body: RichNode, place: number, alt: string): RichNode {
  let seen = -1
  const changed = (node: RichNode): RichNode => {
    if (node.type === 'image') return (seen += 1) === place ? { ...node, attrs: { ...node.attrs, alt } } : node
    return node.content ? { ...node, content: node.content.map(changed) } : node
  }
  return changed(body)
}
