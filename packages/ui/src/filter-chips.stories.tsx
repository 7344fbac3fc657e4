import type { Meta, StoryObj } from '@storybook/react-vite'
import { FilterChips } from './filter-chips.tsx'

const meta = { title: '列表/带来的筛选', component: FilterChips } satisfies Meta<typeof FilterChips>
export default meta
type Story = StoryObj<typeof meta>

const nothing = () => {}
export const Two: Story = {
  args: {
    label: '来自全景图的筛选',
    chips: [
      { key: 'item', label: '要点：3. 健全学会党组织的议事规则，逐家核对并在年底前完成备案', onRemove: nothing },
      { key: 'quarter', label: '截止时间：第 2 季度', onRemove: nothing },
    ],
  },
}
