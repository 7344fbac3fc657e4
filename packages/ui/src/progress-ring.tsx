import classes from './progress-ring.module.css'

export interface RingPart {
  readonly label: string
  readonly value: number
}

export interface ProgressRingProps {
  /** Up to two kinds, as the hours of classes and of online study. */
  readonly parts: readonly RingPart[]
  readonly whole: number
  /** In the middle: the sum, and what it is of. */
  readonly figure: string
  readonly caption: string
  /** In words, for those who do not see the ring: `已学 36 学时，还差 20 学时`. */
  readonly label: string
  readonly size?: number
}

const RADIUS = 44
const ROUND = 2 * Math.PI * RADIUS

/** How much of the whole is done, and of which kinds. */
export function ProgressRing({ parts, whole, figure, caption, label, size = 144 }: ProgressRingProps) {
  let before = 0
  const arcs = parts.map((part) => {
    const share = whole > 0 ? Math.min(part.value / whole, 1 - before) : 0
    const arc = { ...part, share: Math.max(0, share), from: before }
    before += arc.share
    return arc
  })
  return (
    <figure className={classes.ring} style={{ width: size }}>
      <svg viewBox="0 0 100 100" role="img" aria-label={label} className={classes.drawing}>
        <circle cx="50" cy="50" r={RADIUS} className={classes.track} />
        {arcs.map((arc, index) => (
          <circle
            key={arc.label}
            cx="50"
            cy="50"
            r={RADIUS}
            className={classes.arc}
            data-part={index}
            strokeDasharray={`${arc.share * ROUND} ${ROUND}`}
            strokeDashoffset={-arc.from * ROUND}
          />
        ))}
      </svg>
      <figcaption className={classes.middle} aria-hidden>
        <span className={classes.figure}>{figure}</span>
        <span className={classes.caption}>{caption}</span>
      </figcaption>
    </figure>
  )
}
