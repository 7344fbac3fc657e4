import type { Meta, StoryObj } from '@storybook/react-vite'
import { EmptyFace, FailedFace, LoadingFace, OfflineFace, OutOfScopeFace } from './faces.tsx'
import { Button } from './kit.tsx'

const meta = { title: '框架/页面的几种情形', component: EmptyFace } satisfies Meta<typeof EmptyFace>
export default meta
type Story = StoryObj<typeof meta>

export const Empty: Story = {
  args: { title: '还没有任务', children: '先编制年度工作计划，再从条款分出任务。', act: <Button>编制计划</Button> },
}
export const Failed: Story = {
  args: { title: '这一页没有打开' },
  render: (args) => (
    <FailedFace {...args} onRetry={() => {}}>
      您的操作没有丢失。请重试。
    </FailedFace>
  ),
}
export const Offline: Story = {
  args: { title: '暂时连不上服务器' },
  render: (args) => <OfflineFace {...args} onRetry={() => {}} />,
}
export const OutOfScope: Story = {
  args: { title: '这里没有内容，或不在您的权限范围内' },
  render: (args) => <OutOfScopeFace {...args}>请核对网址。</OutOfScopeFace>,
}
export const LoadingRows: Story = { args: { title: '' }, render: () => <LoadingFace /> }
export const LoadingPage: Story = { args: { title: '' }, render: () => <LoadingFace shape="page" count={3} /> }
