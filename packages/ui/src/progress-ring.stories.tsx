import type { Meta, StoryObj } from '@storybook/react-vite'
import { ProgressRing } from './progress-ring.tsx'

const meta = { title: '进度/学时环', component: ProgressRing } satisfies Meta<typeof ProgressRing>
export default meta
type Story = StoryObj<typeof meta>

export const Half: Story = {
  args: {
    parts: [
      { label: '集中', value: 24 },
      { label: '网络', value: 12 },
    ],
    whole: 56,
    figure: '36',
    caption: '应学 56 学时',
    label: '已学 36 学时，其中集中 24、网络 12，还差 20',
  },
}
export const Done: Story = {
  args: {
    parts: [
      { label: '集中', value: 40 },
      { label: '网络', value: 30 },
    ],
    whole: 56,
    figure: '70',
    caption: '应学 56 学时',
    label: '已学 70 学时，已达标',
  },
}
