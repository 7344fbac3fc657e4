import { TextLayer, type PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState, type RefObject } from 'react'
import classes from './pdf-view.module.css'

interface PdfPageProps {
  readonly doc: PDFDocumentProxy
  readonly number: number
  readonly label: string
  readonly width: number
  /** Height to width, until the page's own is known. */
  readonly ratio: number
  readonly root: RefObject<HTMLDivElement | null>
  readonly onSeen: (number: number) => void
  /** Told when the page is drawn, or says that it could not be. */
  readonly onDrawn?: (() => void) | undefined
  readonly failedWords: string
}

/** One page: drawn when it comes near, with its text over it for selecting and reading aloud. */
export function PdfPage(props: PdfPageProps) {
  const { doc, number, label, width, ratio, root, onSeen, onDrawn, failedWords } = props
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  const [own, setOwn] = useState(ratio)
  const [failed, setFailed] = useState(false)
  const seen = useRef(onSeen)
  seen.current = onSeen
  const drawn = useRef(onDrawn)
  drawn.current = onDrawn

  useEffect(() => {
    const place = box.current
    if (!place) return
    const nearby = new IntersectionObserver((entries) => setNear(entries.some((each) => each.isIntersecting)), {
      root: root.current,
      rootMargin: '100% 0px',
    })
    const reading = new IntersectionObserver(
      (entries) => {
        if (entries.some((each) => each.isIntersecting)) seen.current(number)
      },
      { root: root.current, rootMargin: '-45% 0px -45% 0px' },
    )
    nearby.observe(place)
    reading.observe(place)
    return () => {
      nearby.disconnect()
      reading.disconnect()
    }
  }, [number, root])

  useEffect(() => {
    if (!near) return
    let gone = false
    setFailed(false)
    let stop = () => {}
    const draw = async () => {
      const page = await doc.getPage(number)
      const { width: natural, height } = page.getViewport({ scale: 1 })
      if (gone || !canvas.current || !text.current) return
      setOwn(height / natural)
      const viewport = page.getViewport({ scale: width / natural })
      const density = Math.min(window.devicePixelRatio || 1, 2)
      canvas.current.width = Math.floor(viewport.width * density)
      canvas.current.height = Math.floor(viewport.height * density)
      const task = page.render({
        canvas: canvas.current,
        viewport,
        transform: density === 1 ? undefined : [density, 0, 0, density, 0, 0],
      })
      const container = text.current
      container.replaceChildren()
      container.style.setProperty('--total-scale-factor', String(viewport.scale))
      container.style.setProperty('--scale-round-x', '1px')
      container.style.setProperty('--scale-round-y', '1px')
      const layer = new TextLayer({ textContentSource: page.streamTextContent(), container, viewport })
      stop = () => {
        task.cancel()
        layer.cancel()
      }
      await Promise.all([task.promise, layer.render()])
    }
    // A page left before it was drawn ends its drawing with an error: that is as it should be.
    draw()
      .catch(() => {
        if (!gone) setFailed(true)
      })
      .finally(() => {
        if (!gone) drawn.current?.()
      })
    return () => {
      gone = true
      stop()
    }
  }, [near, doc, number, width])

  return (
    <div
      ref={box}
      data-page={number}
      role="group"
      aria-label={label}
      className={classes.page}
      style={{ width, height: width * own }}
    >
      {near ? (
        <>
          <canvas ref={canvas} aria-hidden className={classes.canvas} />
          <div ref={text} className={classes.textLayer} />
          {failed ? (
            <p role="alert" className={classes.failed}>
              {failedWords}
            </p>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
