import type { Meta, StoryObj } from '@storybook/react-vite'
import { FilterBar } from './filter-bar.tsx'
import { Button, Select } from './kit.tsx'

const meta = { title: '列表/筛选', component: FilterBar } satisfies Meta<typeof FilterBar>
export default meta
type Story = StoryObj<typeof meta>

export const Full: Story = {
  args: {
    search: '数学',
    onSearch: () => {},
    searchLabel: '按名称或拼音首字母查找学会',
    onClear: () => {},
    end: <Button variant="default">导出</Button>,
    children: (
      <Select aria-label="类别" placeholder="类别" data={['理科', '工科', '农科', '医科', '交叉学科']} w={140} />
    ),
  },
}
