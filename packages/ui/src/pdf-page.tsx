import { TextLayer, type PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { isRead } from './pdf-sight.tsx'
import classes from './pdf-view.module.css'

interface PdfPageProps {
  readonly doc: PDFDocumentProxy
  readonly number: number
  readonly label: string
  readonly width: number
  /** Height to width, until the page's own is known. */
  readonly ratio: number
  readonly root: RefObject<HTMLDivElement | null>
  /** Told when the page counts as seen, and when it no longer does. */
  readonly onSight: (number: number, inSight: boolean) => void
  /** Told when the page is drawn, or says that it could not be. */
  readonly onDrawn?: (() => void) | undefined
  readonly failedWords: string
}

/** How finely the browser tells how much of a page is in sight. */
const TWENTIETHS = Array.from({ length: 21 }, (_, index) => index / 20)

/** One page: drawn when it comes near, with its text over it for selecting and reading aloud. */
export function PdfPage(props: PdfPageProps) {
  const { doc, number, label, width, ratio, root, onSight, onDrawn, failedWords } = props
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  const [own, setOwn] = useState(ratio)
  const [failed, setFailed] = useState(false)
  const sight = useRef(onSight)
  sight.current = onSight
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
        const last = entries.at(-1)
        if (last) sight.current(number, isRead(last))
      },
      { root: root.current, threshold: TWENTIETHS },
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
