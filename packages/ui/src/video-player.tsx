import { lazy, Suspense } from 'react'
import { LoadingFace } from './faces.tsx'

/** A stretch that was really played, in seconds of the recording. */
export interface Played {
  readonly from: number
  readonly to: number
  /** Speed of playback: 1 is as recorded. */
  readonly rate: number
}

export interface VideoPlayerProps {
  readonly kind?: 'video' | 'audio'
  readonly src: string
  readonly label: string
  /** Where to go on, in seconds. */
  readonly startAt?: number
  /** Stretches already credited by the server: shown on the bar. */
  readonly credited?: readonly (readonly [from: number, to: number])[]
  readonly durationSeconds?: number
  /** Told every ten seconds of playing, and at each pause, jump, end and leaving of the page. */
  readonly onPlayed?: (played: Played) => void
  readonly onPosition?: (seconds: number) => void
  /** Playing is not allowed now, for the reason the page shows: another device has taken over. */
  readonly barred?: boolean
}

const Stage = lazy(async () => ({ default: (await import('./video-stage.tsx')).VideoStage }))

/** Plays a recording, and says honestly what of it was played. The one place that knows which player it is. */
export function VideoPlayer(props: VideoPlayerProps) {
  return (
    <Suspense fallback={<LoadingFace shape="cards" count={2} />}>
      <Stage key={props.src} {...props} />
    </Suspense>
  )
}
