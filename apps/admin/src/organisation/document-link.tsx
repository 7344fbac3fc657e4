import { IconPaperclip } from '@dangjian/ui/icons'
import { Anchor } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import type { ShownUnit } from './organisation-data.ts'

type Document = ShownUnit['events'][number]['document']

/** A paper: its number, and its file to be opened. */
export function DocumentLink({ document }: { document: Document }) {
  const t = useTexts('unitActs')
  const { no, file } = document
  if (!no && !file) return null
  return (
    <>
      {no ? <span>{no}</span> : null}
      {file ? (
        <>
          {' '}
          <Anchor
            href={`/files/${file.id}/${encodeURIComponent(file.name)}`}
            target="_blank"
            rel="noopener"
            aria-label={t('document.open', { name: file.name })}
            inherit
          >
            <IconPaperclip size={15} aria-hidden style={{ verticalAlign: '-2px' }} /> {file.name}
          </Anchor>
        </>
      ) : null}
    </>
  )
}
