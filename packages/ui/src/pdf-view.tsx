import { lazy, Suspense } from 'react'
import { LoadingFace } from './faces.tsx'

export interface PdfViewProps {
  readonly url: string
  /** The document's name. */
  readonly label: string
  readonly height?: string
  /** Told how many pages there are, once they are known. */
  readonly onPages?: (count: number) => void
  /** The page to begin at. */
  readonly startAt?: number
  /** Told each page that comes into sight, and the page that one is on: of several in sight, the first. */
  readonly onSeen?: (page: number, at: number) => void
  /** Told once when the last page has been in sight. */
  readonly onReadToEnd?: () => void
  /** Told when there is something to read: the first page is drawn, or words say that it cannot be. */
  readonly onShown?: () => void
}

const PdfDocument = lazy(async () => ({ default: (await import('./pdf-document.tsx')).PdfDocument }))

/** Reads a PDF in place: pages as one scrolls, text that can be selected and read aloud, no plug-in. */
export function PdfView(props: PdfViewProps) {
  return (
    <Suspense fallback={<LoadingFace shape="cards" count={2} />}>
      <PdfDocument key={props.url} {...props} />
    </Suspense>
  )
}
