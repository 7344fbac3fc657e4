import type { Meta, StoryObj } from '@storybook/react-vite'
import { ChartWithTable } from './chart-with-table.tsx'

const meta = { title: '图表/图与表', component: ChartWithTable } satisfies Meta<typeof ChartWithTable>
export default meta
type Story = StoryObj<typeof meta>

export const Weeks: Story = {
  args: {
    title: '按周办结',
    summary: '应办 84 项，已办结 61 项，最近三周追上了进度。',
    kind: 'stacked',
    categories: ['第1周', '第2周', '第3周', '第4周', '第5周', '第6周'],
    categoryLabel: '周',
    unit: '项',
    series: [
      { key: 'done', label: '已办结', tone: 'good', values: [4, 9, 12, 14, 12, 10] },
      { key: 'open', label: '未办结', tone: 'attention', values: [8, 5, 4, 3, 2, 1] },
    ],
  },
}
export const Lying: Story = {
  args: {
    ...Weeks.args,
    title: '各类学会党员人数',
    kind: 'bar',
    lying: true,
    categories: ['理科', '工科', '农科', '医科', '交叉学科'],
    categoryLabel: '类别',
    unit: '人',
    series: [{ key: 'n', label: '人数', values: [812, 1440, 305, 620, 188] }],
  },
}
/** Every column has its name; on a phone, where names have no room, the columns lie down. */
export const LongNames: Story = {
  args: {
    ...Weeks.args,
    title: '工作要点各项',
    categories: Array.from({ length: 11 }, (_, index) => `${index + 1}. 健全学会党组织议事规则`),
    categoryLabel: '要点',
    series: [
      { key: 'done', label: '已办结', tone: 'good', values: Array.from({ length: 11 }, (_, index) => index * 3) },
      { key: 'open', label: '未办结', tone: 'attention', values: Array.from({ length: 11 }, (_, index) => 33 - index) },
    ],
  },
}
export const LongNamesOnAPhone: Story = {
  args: LongNames.args!,
  decorators: [
    (Shown) => (
      <div style={{ width: 358 }}>
        <Shown />
      </div>
    ),
  ],
}
export const Heat: Story = {
  args: {
    ...Weeks.args,
    title: '类别与层级',
    kind: 'heat',
    categories: ['第一层', '第二层', '第三层'],
    categoryLabel: '层级',
    unit: '个',
    series: ['理科', '工科', '农科'].map((label, index) => ({
      key: label,
      label,
      values: [41 - index * 3, 30 - index * 8, 12 + index * 5],
    })),
  },
}
export const Ring: Story = {
  args: {
    ...Weeks.args,
    title: '学时构成',
    kind: 'ring',
    categories: ['集中', '网络'],
    categoryLabel: '方式',
    unit: '学时',
    series: [{ key: 'h', label: '学时', values: [24, 12] }],
  },
}
export const Line: Story = { args: { ...Weeks.args, kind: 'line' } }
