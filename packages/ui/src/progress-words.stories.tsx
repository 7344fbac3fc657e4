import type { Meta, StoryObj } from '@storybook/react-vite'
import { ProgressWords } from './progress-words.tsx'

const meta = { title: '进度/进度', component: ProgressWords } satisfies Meta<typeof ProgressWords>
export default meta
type Story = StoryObj<typeof meta>

export const Under: Story = {
  args: { done: '已完成 3/5 节', missing: '还差：第三节测验', share: 0.6, label: '课程进度' },
}
export const Full: Story = { args: { done: '已全部完成', share: 1, label: '课程进度' } }
