import type { Meta, StoryObj } from '@storybook/react-vite'
import { SegmentBar } from './segment-bar.tsx'

const meta = { title: '图表/分段条', component: SegmentBar } satisfies Meta<typeof SegmentBar>
export default meta
type Story = StoryObj<typeof meta>

export const States: Story = {
  args: {
    label: '任务办理情况',
    segments: [
      { key: 'done', label: '已办结', value: 121, tone: 'good' },
      { key: 'review', label: '待审核', value: 34, tone: 'attention' },
      { key: 'doing', label: '办理中', value: 47, tone: 'active' },
      { key: 'late', label: '已逾期', value: 8, tone: 'bad' },
    ],
  },
}
