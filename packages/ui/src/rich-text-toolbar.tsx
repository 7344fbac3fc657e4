import { ActionIcon, Button, Group, Popover, TextInput, Tooltip } from '@mantine/core'
import type { Editor } from '@tiptap/react'
import { useRef, useState, type KeyboardEvent } from 'react'
import {
  IconArrowBackUp,
  IconBold,
  IconItalic,
  IconLink,
  IconLinkOff,
  IconList,
  IconListNumbers,
  IconMinus,
  IconPhoto,
  IconQuote,
  IconRefresh,
  IconStrikethrough,
  IconUnderline,
  type Icon,
} from './icons.tsx'
import classes from './rich-text.module.css'
import { safeAddress } from './rich-text.tsx'
import { useUi } from './ui-context.tsx'
import { fill } from './ui-words.tsx'

interface ToolbarProps {
  readonly editor: Editor
  readonly label: string
  readonly onPicture: ((file: File) => Promise<{ src: string; alt: string }>) | undefined
}

interface Tool {
  readonly name: string
  readonly icon?: Icon
  readonly text?: string
  readonly on?: boolean
  readonly act: () => void
  readonly off?: boolean
}

/** The editor's tools: one stop in the tab order, arrows move among them. */
export function RichTextToolbar({ editor, label, onPicture }: ToolbarProps) {
  const { words } = useUi()
  const file = useRef<HTMLInputElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const chain = () => editor.chain().focus()
  const groups: readonly (readonly Tool[])[] = [
    [2, 3].map((level) => ({
      name: fill(words.heading, { n: level - 1 }),
      text: `H${level - 1}`,
      on: editor.isActive('heading', { level }),
      act: () =>
        chain()
          .toggleHeading({ level: level as 2 | 3 })
          .run(),
    })),
    [
      { name: words.bold, icon: IconBold, on: editor.isActive('bold'), act: () => chain().toggleBold().run() },
      { name: words.italic, icon: IconItalic, on: editor.isActive('italic'), act: () => chain().toggleItalic().run() },
      {
        name: words.underline,
        icon: IconUnderline,
        on: editor.isActive('underline'),
        act: () => chain().toggleUnderline().run(),
      },
      {
        name: words.strike,
        icon: IconStrikethrough,
        on: editor.isActive('strike'),
        act: () => chain().toggleStrike().run(),
      },
    ],
    [
      {
        name: words.bulletList,
        icon: IconList,
        on: editor.isActive('bulletList'),
        act: () => chain().toggleBulletList().run(),
      },
      {
        name: words.orderedList,
        icon: IconListNumbers,
        on: editor.isActive('orderedList'),
        act: () => chain().toggleOrderedList().run(),
      },
      {
        name: words.quote,
        icon: IconQuote,
        on: editor.isActive('blockquote'),
        act: () => chain().toggleBlockquote().run(),
      },
      { name: words.rule, icon: IconMinus, act: () => chain().setHorizontalRule().run() },
      ...(onPicture ? [{ name: words.image, icon: IconPhoto, act: () => file.current?.click() }] : []),
    ],
    [
      { name: words.undo, icon: IconArrowBackUp, act: () => chain().undo().run(), off: !editor.can().undo() },
      { name: words.redo, icon: IconRefresh, act: () => chain().redo().run(), off: !editor.can().redo() },
    ],
  ]
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step || !bar.current || (event.target as HTMLElement).tagName === 'INPUT') return
    const tools = [...bar.current.querySelectorAll<HTMLButtonElement>('button[data-tool]')]
    const next = tools[(tools.indexOf(event.target as HTMLButtonElement) + step + tools.length) % tools.length]
    event.preventDefault()
    next?.focus()
  }
  const addPicture = async (chosen: File | undefined) => {
    if (!chosen || !onPicture) return
    const picture = await onPicture(chosen)
    chain().setImage(picture).run()
  }
  let first = true
  return (
    <div ref={bar} role="toolbar" aria-label={label} className={classes.toolbar} onKeyDown={move}>
      {groups.map((tools, group) => (
        <Group key={group} gap={2}>
          {group > 0 ? <span className={classes.gap} /> : null}
          {tools.map(({ name, icon: Icon, text, on, act, off }) => {
            const stop = first
            first = false
            return (
              <Tooltip key={name} label={name}>
                <ActionIcon
                  data-tool
                  tabIndex={stop ? 0 : -1}
                  variant={on ? 'light' : 'subtle'}
                  color={on ? 'red' : 'gray'}
                  aria-label={text ? `${text} ${name}` : name}
                  {...(on === undefined ? {} : { 'aria-pressed': on })}
                  aria-disabled={off}
                  onClick={off ? undefined : act}
                  onMouseDown={(event) => event.preventDefault()}
                >
                  {Icon ? <Icon size={17} /> : text}
                </ActionIcon>
              </Tooltip>
            )
          })}
        </Group>
      ))}
      <LinkTool editor={editor} />
      <input
        ref={file}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp,image/gif"
        onChange={(event) => {
          void addPicture(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}

function LinkTool({ editor }: { editor: Editor }) {
  const { words } = useUi()
  const [opened, setOpened] = useState(false)
  const [address, setAddress] = useState('')
  const on = editor.isActive('link')
  const set = () => {
    if (safeAddress(address)) editor.chain().focus().extendMarkRange('link').setLink({ href: address }).run()
    setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus width={320}>
      <Popover.Target>
        <ActionIcon
          data-tool
          tabIndex={-1}
          variant={on ? 'light' : 'subtle'}
          color={on ? 'red' : 'gray'}
          aria-label={words.link}
          onClick={() => {
            setAddress(String(editor.getAttributes('link').href ?? 'https://'))
            setOpened(true)
          }}
        >
          <IconLink size={17} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            label={words.linkAddress}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault()
                set()
              }
            }}
            style={{ flex: 1 }}
          />
          <Button onClick={set}>{words.linkSet}</Button>
          {on ? (
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={words.unlink}
              onClick={() => {
                editor.chain().focus().unsetLink().run()
                setOpened(false)
              }}
            >
              <IconLinkOff size={17} />
            </ActionIcon>
          ) : null}
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
