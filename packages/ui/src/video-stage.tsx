import 'media-chrome/lang/zh-CN.js'
import {
  MediaControlBar,
  MediaController,
  MediaFullscreenButton,
  MediaMuteButton,
  MediaPlayButton,
  MediaTimeRange,
  MediaVolumeRange,
} from 'media-chrome/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { CreditedBar } from './credited-bar.tsx'
import { formatDuration } from './date-format.tsx'
import { FailedFace } from './faces.tsx'
import { useUi } from './ui-context.tsx'
import { fill } from './ui-words.tsx'
import { usePlayed } from './use-played.tsx'
import type { VideoPlayerProps } from './video-player.tsx'
import classes from './video-player.module.css'

const RATES = [1, 1.25, 1.5, 2]
/** In seconds: whoever stopped this shortly before the end begins anew. */
const NEAR_END = 3

/** The player itself; loaded by `VideoPlayer`. */
export function VideoStage(props: VideoPlayerProps) {
  const {
    kind = 'video',
    src,
    label,
    startAt = 0,
    credited,
    durationSeconds,
    onPlayed,
    onPosition,
    barred = false,
  } = props
  const { language, words } = useUi()
  const media = useRef<HTMLVideoElement>(null)
  const [failed, setFailed] = useState(false)
  const [duration, setDuration] = useState(durationSeconds ?? 0)
  const [tries, setTries] = useState(0)
  const goesOn = startAt > 0 && (duration === 0 || startAt < duration - NEAR_END)
  const [position, setPosition] = useState(goesOn ? startAt : 0)
  const [rate, setRate] = useState(1)
  usePlayed(media, onPlayed, onPosition, tries)
  const begin = useCallback(
    (player: HTMLMediaElement) => {
      if (Number.isFinite(player.duration)) setDuration(player.duration)
      if (startAt > 0 && startAt < player.duration - NEAR_END) player.currentTime = startAt
    },
    [startAt],
  )
  // What loads before React has put it on the page tells nobody.
  useEffect(() => {
    const player = media.current
    if (player?.error) setFailed(true)
    else if (player && player.readyState >= player.HAVE_METADATA) begin(player)
  }, [tries, begin])
  useEffect(() => {
    if (barred) media.current?.pause()
  }, [barred])
  const nextRate = () => {
    const next = RATES[(RATES.indexOf(rate) + 1) % RATES.length] ?? 1
    setRate(next)
    if (media.current) media.current.playbackRate = next
  }
  if (failed) {
    return (
      <FailedFace
        title={words.videoFailed}
        onRetry={() => {
          setFailed(false)
          setTries((n) => n + 1)
        }}
      />
    )
  }
  const Media = kind
  return (
    <figure className={classes.figure} aria-label={label}>
      <MediaController
        audio={kind === 'audio'}
        className={classes.stage ?? ''}
        lang={language === 'en' ? 'en' : 'zh-CN'}
      >
        <Media
          slot="media"
          ref={media}
          src={src}
          preload="metadata"
          playsInline={kind === 'video' ? true : undefined}
          crossOrigin={undefined}
          aria-label={label}
          onLoadedMetadata={(event) => begin(event.currentTarget)}
          onTimeUpdate={(event) => setPosition(event.currentTarget.currentTime)}
          onPlay={(event) => {
            if (barred) event.currentTarget.pause()
          }}
          onError={() => setFailed(true)}
        />
        <MediaControlBar style={{ width: '100%' }}>
          <MediaPlayButton />
          <MediaTimeRange />
          <span className={classes.time} aria-hidden>
            {formatDuration(position)} / {formatDuration(duration)}
          </span>
          <MediaMuteButton />
          <MediaVolumeRange className={classes.volume ?? ''} />
          <button type="button" className={classes.rate} onClick={nextRate} aria-label={`${words.speed} ${rate}×`}>
            {rate}×
          </button>
          {kind === 'video' ? <MediaFullscreenButton /> : null}
        </MediaControlBar>
      </MediaController>
      {credited && duration > 0 ? <CreditedBar credited={credited} duration={duration} /> : null}
      {goesOn ? (
        <figcaption className={classes.note}>{fill(words.resumeAt, { time: formatDuration(startAt) })}</figcaption>
      ) : null}
    </figure>
  )
}
