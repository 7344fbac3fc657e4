import type { Meta, StoryObj } from '@storybook/react-vite'
import { Anchor, Button } from './kit.tsx'
import { PageHeading } from './page-heading.tsx'
import { StateBadge } from './state-badge.tsx'

const meta = { title: '框架/页面标题', component: PageHeading } satisfies Meta<typeof PageHeading>
export default meta
type Story = StoryObj<typeof meta>

export const Full: Story = {
  args: {
    title: '二〇二七年度学会党建工作计划',
    trail: <Anchor href="#plans">计划与任务</Anchor>,
    note: '五个部分，十二项工作，四十三条要求',
    state: <StateBadge tone="active">编制中</StateBadge>,
    act: <Button>发布计划</Button>,
    others: <Button variant="default">导出</Button>,
  },
}
export const Plain: Story = { args: { title: '我的账号' } }
