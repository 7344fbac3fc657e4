import type { ReactNode } from 'react'
import { useLanguage } from '@dangjian/door/language'
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@dangjian/ui/kit'

interface WordsDialogProps {
  readonly title: string
  /** What will happen, and to how many. */
  readonly lead: string
  readonly label: string
  readonly hint?: string
  readonly confirm: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly busy: boolean
  readonly trouble: string | null
  readonly onClose: () => void
  readonly onConfirm: () => void
  /** Further fields, over the words. */
  readonly children?: ReactNode
}

/** An act upon several societies with words to them: nothing typed is lost when it does not work. */
export function WordsDialog(props: WordsDialogProps) {
  const { words } = useLanguage()
  return (
    <Modal opened onClose={props.onClose} title={props.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          props.onConfirm()
        }}
      >
        <Stack gap="md">
          <Text size="sm">{props.lead}</Text>
          {props.trouble ? (
            <Alert color="red" role="alert">
              {props.trouble}
            </Alert>
          ) : null}
          {props.children}
          <Textarea
            label={props.label}
            placeholder={props.hint}
            maxLength={500}
            value={props.text}
            onChange={(event) => props.onText(event.currentTarget.value)}
            {...(props.children ? {} : { 'data-autofocus': true })}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={props.busy}>
              {props.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
