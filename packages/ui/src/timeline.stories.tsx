import type { Meta, StoryObj } from '@storybook/react-vite'
import { Timeline } from './timeline.tsx'

const meta = { title: '内容/时间线', component: Timeline } satisfies Meta<typeof Timeline>
export default meta
type Story = StoryObj<typeof meta>

export const Assignment: Story = {
  args: {
    label: '办理经过',
    entries: [
      { key: '1', tone: 'neutral', title: '收到任务', note: '3月2日 09:10 · 科协管理员' },
      {
        key: '2',
        tone: 'active',
        title: '报送进展',
        note: '4月18日 15:02 · 学会党务干部',
        body: '已完成摸底，二十三个分支机构回复。',
      },
      { key: '3', tone: 'bad', title: '退回', note: '4月20日 10:40', body: '请补充会议纪要。' },
      { key: '4', tone: 'good', title: '办结', note: '5月6日 11:30' },
    ],
  },
}
