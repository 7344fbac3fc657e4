import type { Meta, StoryObj } from '@storybook/react-vite'
import { VideoPlayer } from './video-player.tsx'

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
