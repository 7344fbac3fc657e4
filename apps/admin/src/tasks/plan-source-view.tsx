import { useEffect, useMemo, useRef } from 'react'
import type { PlanOutline } from '@dangjian/domain/tasks'
import { UnstyledButton } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import { isLoose, piecesOf, type SourcePiece } from './outline-rows.ts'
import classes from './plan.module.css'
import { reveal } from './reveal.ts'

interface PlanSourceViewProps {
  readonly source: string
  readonly outline: PlanOutline
  /** The row in focus or under the pointer on either side. */
  readonly lit: string | null
  /** A place to bring into sight: a doubt's. */
  readonly at: number | null
  readonly onHover: (key: string | null) => void
  readonly onChoose: (key: string) => void
  /** Makes a clause of text that the outline does not hold; left out where nothing may be changed. */
  readonly onAdopt?: ((place: { start: number; end: number }) => void) | undefined
}

/** The document's own text; what the outline holds of it is bound to its row, what it does not hold can be taken in. */
export function PlanSourceView({ source, outline, lit, at, onHover, onChoose, onAdopt }: PlanSourceViewProps) {
  const place = useRef<HTMLDivElement>(null)
  const pieces = useMemo(() => piecesOf(source, outline), [source, outline])
  const bodyFrom = outline.sections[0]?.start ?? source.length
  useEffect(() => {
    if (lit) reveal(place.current?.querySelector(`[data-key="${lit}"],[data-item="${lit}"]`))
  }, [lit])
  // Who arrives at a clause sees it, and not the first doubt.
  const arriving = useRef(lit !== null)
  useEffect(() => {
    const first = arriving.current
    arriving.current = false
    if (at === null || first) return
    const starts = [...(place.current?.querySelectorAll<HTMLElement>('[data-start]') ?? [])]
    reveal(starts.findLast((element) => Number(element.dataset.start) <= at))
  }, [at])
  return (
    <div ref={place} className={classes.source} onMouseLeave={() => onHover(null)}>
      {pieces.map((piece) => {
        if (piece.kind === 'rest') {
          return (
            <RestPiece
              key={piece.start}
              piece={piece}
              source={source}
              inBody={piece.start >= bodyFrom}
              at={at}
              onAdopt={onAdopt}
            />
          )
        }
        const isLit = lit !== null && (piece.key === lit || piece.itemKey === lit)
        return (
          <span
            key={piece.start}
            data-key={piece.key}
            data-item={piece.itemKey ?? undefined}
            data-start={piece.start}
            data-kind={piece.kind}
            data-lit={isLit || undefined}
            className={classes.piece}
            onMouseEnter={() => onHover(piece.key)}
            onClick={() => piece.key && onChoose(piece.key)}
          >
            {source.slice(piece.start, piece.end)}
          </span>
        )
      })}
    </div>
  )
}

interface RestPieceProps {
  readonly piece: SourcePiece
  readonly source: string
  readonly inBody: boolean
  readonly at: number | null
  readonly onAdopt: PlanSourceViewProps['onAdopt']
}

/** Text outside the outline, line by line: a line with words in it may be a clause that the parser missed. */
function RestPiece({ piece, source, inBody, at, onAdopt }: RestPieceProps) {
  const t = useTexts('plans')
  const text = source.slice(piece.start, piece.end)
  let start = piece.start
  return text.split(/(?<=\n)/).map((line) => {
    const from = start
    start += line.length
    if (!inBody || !isLoose(line)) {
      return (
        <span key={from} data-start={from} className={classes.rest}>
          {line}
        </span>
      )
    }
    const doubted = at !== null && at >= from && at < start
    return (
      <span key={from} data-start={from} className={classes.loose} data-lit={doubted || undefined}>
        {line.replace(/\n$/, '')}
        {onAdopt ? (
          <UnstyledButton
            className={classes.adopt ?? ''}
            aria-label={t('editor.adoptThis', { text: line.trim().slice(0, 30) })}
            onClick={() =>
              onAdopt({ start: from + (line.length - line.trimStart().length), end: from + line.trimEnd().length })
            }
          >
            {t('editor.adopt')}
          </UnstyledButton>
        ) : null}
        {line.endsWith('\n') ? '\n' : ''}
      </span>
    )
  })
}
