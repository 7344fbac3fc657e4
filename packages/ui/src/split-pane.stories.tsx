import type { Meta, StoryObj } from '@storybook/react-vite'
import { SplitPane } from './split-pane.tsx'

const meta = { title: '内容/左右两栏', component: SplitPane } satisfies Meta<typeof SplitPane>
export default meta
type Story = StoryObj<typeof meta>

export const Two: Story = {
  args: {
    name: 'story',
    startLabel: '原文',
    endLabel: '提纲',
    start: <p>原文在左，可以拖动中线。</p>,
    end: <p>提纲在右，与原文一一对应。</p>,
    height: '16rem',
  },
}
