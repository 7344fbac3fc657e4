import { ActionIcon, Group, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { FailedFace, LoadingFace } from './faces.tsx'
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from './icons.tsx'
import { PdfPage } from './pdf-page.tsx'
import type { PdfViewProps } from './pdf-view.tsx'
import classes from './pdf-view.module.css'
import { useUi } from './ui-context.tsx'
import { fill } from './ui-words.tsx'

GlobalWorkerOptions.workerSrc = workerUrl
const assets = (folder: string) => new URL(`${import.meta.env.BASE_URL}pdfjs/${folder}/`, document.baseURI).href
const [LEAST, MOST, STEP] = [0.5, 3, 1.25]

/** The reader itself; loaded by `PdfView`. */
export function PdfDocument(props: PdfViewProps) {
  const { url, label, height = '75vh', startAt = 1, onPages, onSeen, onReadToEnd, onShown } = props
  const { words } = useUi()
  const [doc, setDoc] = useState<PDFDocumentProxy | null>(null)
  const [failed, setFailed] = useState(0)
  const [trouble, setTrouble] = useState(false)
  const [ratio, setRatio] = useState(Math.SQRT2)
  const [zoom, setZoom] = useState(1)
  const [page, setPage] = useState(1)
  const scroller = useRef<HTMLDivElement>(null)
  const { ref, width } = useElementSize()
  const told = useRef({ onPages, onShown })
  useEffect(() => {
    told.current = { onPages, onShown }
  })
  useEffect(() => {
    if (trouble) told.current.onShown?.()
  }, [trouble])

  useEffect(() => {
    setTrouble(false)
    const task = getDocument({
      url,
      cMapUrl: assets('cmaps'),
      standardFontDataUrl: assets('standard_fonts'),
      wasmUrl: assets('wasm'),
      // The content security policy allows no code made at run time, WebAssembly included.
      useWasm: false,
      enableXfa: false,
    })
    let gone = false
    task.promise
      .then(async (loaded) => {
        const first = (await loaded.getPage(1)).getViewport({ scale: 1 })
        if (gone) return
        setRatio(first.height / first.width)
        setDoc(loaded)
        told.current.onPages?.(loaded.numPages)
      })
      .catch(() => {
        if (!gone) setTrouble(true)
      })
    return () => {
      gone = true
      setDoc(null)
      void task.destroy()
    }
  }, [url, failed])

  const inView = useRef(new Set<number>())
  const begun = useRef(false)
  const ready = doc !== null && width > 0
  useEffect(() => {
    if (!ready || begun.current) return
    begun.current = true
    if (startAt > 1) scroller.current?.querySelector(`[data-page="${startAt}"]`)?.scrollIntoView({ block: 'start' })
  }, [ready, startAt])

  const total = doc?.numPages ?? 0
  const goTo = (next: number) =>
    scroller.current?.querySelector(`[data-page="${next}"]`)?.scrollIntoView({ block: 'start' })
  const sight = (number: number, inSight: boolean) => {
    if (inSight) inView.current.add(number)
    else inView.current.delete(number)
    const at = pageOf(inView.current, scroller.current) ?? page
    setPage(at)
    if (!inSight) return
    onSeen?.(number, at)
    if (number === total) onReadToEnd?.()
  }
  if (trouble) return <FailedFace title={words.pdfFailed} onRetry={() => setFailed((n) => n + 1)} />
  return (
    <section aria-label={label} className={classes.reader}>
      <Group gap={4} className={classes.bar}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words.pageBefore}
          disabled={page <= 1}
          onClick={() => goTo(page - 1)}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <Text size="sm" className="tabular" role="status">
          {fill(words.page, { n: page, total: total || '–' })}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words.pageAfter}
          disabled={page >= total}
          onClick={() => goTo(page + 1)}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
        <span style={{ flex: 1 }} />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words.zoomOut}
          disabled={zoom <= LEAST}
          onClick={() => setZoom(zoom / STEP)}
        >
          <IconZoomOut size={18} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words.zoomIn}
          disabled={zoom >= MOST}
          onClick={() => setZoom(zoom * STEP)}
        >
          <IconZoomIn size={18} />
        </ActionIcon>
      </Group>
      <div ref={scroller} className={classes.pages} style={{ height }} tabIndex={0} role="group" aria-label={label}>
        <div ref={ref}>
          {doc && width > 0 ? (
            Array.from({ length: total }, (_, index) => (
              <PdfPage
                key={index + 1}
                doc={doc}
                number={index + 1}
                label={fill(words.page, { n: index + 1, total })}
                width={width * zoom}
                ratio={ratio}
                root={scroller}
                onSight={sight}
                onDrawn={onShown}
                failedWords={words.pdfFailed}
              />
            ))
          ) : (
            <LoadingFace shape="cards" count={3} />
          )}
        </div>
      </div>
    </section>
  )
}

/** Of several pages in sight one is on the first; at the end of the document, on the last. */
function pageOf(inView: ReadonlySet<number>, scroller: HTMLElement | null): number | null {
  if (inView.size === 0 || !scroller) return null
  const atEnd = scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1
  return atEnd ? Math.max(...inView) : Math.min(...inView)
}
