import { Button, Menu } from '@mantine/core'
import { IconDownload } from './icons.tsx'

interface ExportMenuProps<Format extends string> {
  readonly label: string
  /** What one may choose from, in this order. */
  readonly formats: readonly { readonly format: Format; readonly label: string }[]
  /** A file is being made. */
  readonly busy: boolean
  readonly onExport: (format: Format) => void
}

/** Takes what a list shows home as a file of one's choosing. */
export function ExportMenu<Format extends string>({ label, formats, busy, onExport }: ExportMenuProps<Format>) {
  return (
    // In its place in the page: within the page's landmarks.
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" loading={busy} leftSection={<IconDownload size={16} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(({ format, label: words }) => (
          <Menu.Item key={format} onClick={() => onExport(format)}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
