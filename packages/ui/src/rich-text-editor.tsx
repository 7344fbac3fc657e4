import { lazy, Suspense } from 'react'
import { LoadingFace } from './faces.tsx'
import type { RichNode } from './rich-text.tsx'

export interface RichTextEditorProps {
  readonly label: string
  readonly value: RichNode
  readonly onChange: (doc: RichNode) => void
  /** Stores a picture and gives its address; without it there are no pictures. */
  readonly onPicture?: (file: File) => Promise<{ src: string; alt: string }>
  readonly disabled?: boolean
  readonly invalid?: boolean
  readonly id?: string
}

const Surface = lazy(async () => ({ default: (await import('./rich-text-surface.tsx')).RichTextSurface }))

/** Writes a rich text. Its code comes only to those who write. */
export function RichTextEditor(props: RichTextEditorProps) {
  return (
    <Suspense fallback={<LoadingFace shape="lines" count={5} />}>
      <Surface {...props} />
    </Suspense>
  )
}
