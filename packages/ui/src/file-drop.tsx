import { ActionIcon, Button, Progress, Text } from '@mantine/core'
import { useRef, useState, type DragEvent } from 'react'
import classes from './file-drop.module.css'
import { IconAlertTriangle, IconUpload, IconX } from './icons.tsx'
import { useUi } from './ui-context.tsx'
import { fill } from './ui-words.tsx'

export interface FileDropProps {
  readonly label: string
  /** What is wanted: kinds and the greatest size, in words. */
  readonly hint: string
  /** As the `accept` of a file input. */
  readonly accept?: string
  readonly multiple?: boolean
  /** Sends one file; rejects with an `Error` whose message says what to do. `onProgress` from 0 to 1. */
  readonly upload: (file: File, onProgress: (share: number) => void, signal: AbortSignal) => Promise<void>
  readonly disabled?: boolean
  readonly id?: string
}

interface Sending {
  readonly key: number
  readonly file: File
  readonly share: number
  readonly trouble: string | null
  readonly stop: AbortController
}

let count = 0

/** Takes files by dragging or choosing, and shows how far each has come. What failed can be tried again. */
export function FileDrop({ label, hint, accept, multiple = false, upload, disabled = false, id }: FileDropProps) {
  const { words } = useUi()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [sending, setSending] = useState<readonly Sending[]>([])
  const [said, setSaid] = useState('')
  const change = (key: number, next: Partial<Sending>) =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...next } : each)))
  const remove = (key: number) => setSending((all) => all.filter((each) => each.key !== key))

  const send = async (file: File) => {
    const stop = new AbortController()
    const key = ++count
    setSending((all) => [...all, { key, file, share: 0, trouble: null, stop }])
    try {
      await upload(file, (share) => change(key, { share }), stop.signal)
      remove(key)
      setSaid(fill(words.uploaded, { name: file.name }))
    } catch (error) {
      if (stop.signal.aborted) return remove(key)
      change(key, { trouble: error instanceof Error ? error.message : String(error) })
    }
  }
  const take = (files: FileList | null) => {
    const chosen = [...(files ?? [])].slice(0, multiple ? undefined : 1)
    for (const file of chosen) void send(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!disabled) take(event.dataTransfer.files)
  }
  return (
    <div>
      <div
        className={classes.drop}
        data-over={over || undefined}
        data-disabled={disabled || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconUpload size={22} stroke={1.5} aria-hidden />
        <div>
          <Text size="sm">
            {words.dropHere}{' '}
            <Button
              variant="default"
              size="compact-sm"
              disabled={disabled}
              onClick={() => input.current?.click()}
              aria-label={`${words.chooseFile}: ${label}`}
              {...(id ? { id } : {})}
            >
              {words.chooseFile}
            </Button>
          </Text>
          <Text size="xs" c="dimmed">
            {hint}
          </Text>
        </div>
        <input
          ref={input}
          type="file"
          hidden
          multiple={multiple}
          {...(accept ? { accept } : {})}
          onChange={(event) => {
            take(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
      </div>
      <ul className={classes.list}>
        {sending.map(({ key, file, share, trouble, stop }) => (
          <li key={key} className={classes.item}>
            {trouble ? (
              <>
                <Text size="sm" c="var(--tone-bad-text)" role="alert" style={{ flex: 1 }}>
                  <IconAlertTriangle size={16} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
                  {fill(words.uploadFailed, { name: file.name, reason: trouble })}
                </Text>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => {
                    remove(key)
                    void send(file)
                  }}
                >
                  {words.retry}
                </Button>
              </>
            ) : (
              <div style={{ flex: 1 }}>
                <Text size="sm" className="tabular">
                  {fill(words.uploading, { name: file.name, percent: Math.round(share * 100) })}
                </Text>
                <Progress value={share * 100} size="sm" aria-label={file.name} />
              </div>
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={fill(words.removeFile, { name: file.name })}
              onClick={() => {
                stop.abort()
                remove(key)
              }}
            >
              <IconX size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <span
        role="status"
        className="mantine-VisuallyHidden-root"
        style={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}
      >
        {said}
      </span>
    </div>
  )
}
