import type { Meta, StoryObj } from '@storybook/react-vite'
import { Group } from './kit.tsx'
import { StateBadge } from './state-badge.tsx'

const meta = { title: '状态/状态', component: StateBadge } satisfies Meta<typeof StateBadge>
export default meta
type Story = StoryObj<typeof meta>

export const AllTones: Story = {
  args: { tone: 'neutral', children: '未开始' },
  render: () => (
    <Group>
      <StateBadge tone="neutral">未开始</StateBadge>
      <StateBadge tone="active">办理中</StateBadge>
      <StateBadge tone="attention">待审核</StateBadge>
      <StateBadge tone="bad">已逾期</StateBadge>
      <StateBadge tone="good">已办结</StateBadge>
      <StateBadge tone="closed">已撤销</StateBadge>
    </Group>
  ),
}
export const Plain: Story = { args: { tone: 'good', children: '已办结', plain: true } }
