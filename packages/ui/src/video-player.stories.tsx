import type { Meta, StoryObj } from '@storybook/react-vite'
import { startTransition, useEffect, useState } from 'react'
import { expect, waitFor } from 'storybook/test'
import { VideoPlayer } from './video-player.tsx'
import { VideoStage } from './video-stage.tsx'

/** A recording without a sound: what is shown is the player. */
const SILENCE = 'data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA='

const meta = { title: '内容/视频', component: VideoPlayer } satisfies Meta<typeof VideoPlayer>
export default meta
type Story = StoryObj<typeof meta>

export const Video: Story = {
  args: {
    src: SILENCE,
    label: '第一讲',
    startAt: 125,
    durationSeconds: 1200,
    credited: [
      [0, 120],
      [300, 480],
    ],
  },
}

/** So many seconds of silence, at 8,000 samples of a byte each. */
function silence(seconds: number): string {
  const head = Uint8Array.from(atob(SILENCE.slice(SILENCE.indexOf(',') + 1)), (sign) => sign.charCodeAt(0))
  const size = seconds * 8000
  const view = new DataView(head.buffer)
  view.setUint32(4, 36 + size, true)
  view.setUint32(40, size, true)
  return URL.createObjectURL(new Blob([head, new Uint8Array(size).fill(128)], { type: 'audio/wav' }))
}

function Slow() {
  for (const until = performance.now() + 20; performance.now() < until;);
  return null
}

/** The recording has loaded before the page around it has been drawn, as on a slow phone. */
function InASlowPage({ startAt }: { startAt: number }) {
  const [shown, setShown] = useState(false)
  const [src] = useState(() => silence(20))
  useEffect(() => startTransition(() => setShown(true)), [])
  if (!shown) return null
  return (
    <>
      <VideoStage kind="audio" src={src} label="第二讲" startAt={startAt} durationSeconds={20} />
      {Array.from({ length: 40 }, (_, n) => (
        <Slow key={n} />
      ))}
    </>
  )
}

const positionIn = (canvas: HTMLElement) => canvas.querySelector('audio')?.currentTime

export const GoesOnWhereOneStopped: Story = {
  args: { src: SILENCE, label: '第二讲' },
  render: () => <InASlowPage startAt={8} />,
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(positionIn(canvasElement)).toBe(8), { timeout: 10_000 })
    await expect(canvas.getByText(/0:08/, { selector: 'figcaption' })).toBeVisible()
  },
}

export const BeginsAnewAfterTheEnd: Story = {
  args: { src: SILENCE, label: '第二讲' },
  render: () => <InASlowPage startAt={20} />,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('audio')?.readyState).toBeGreaterThan(0), {
      timeout: 10_000,
    })
    await expect(positionIn(canvasElement)).toBe(0)
    await expect(canvasElement.querySelector('figcaption')).toBeNull()
  },
}
