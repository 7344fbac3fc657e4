import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect } from 'storybook/test'
import { DataTable, type DataColumn } from './data-table.tsx'
import { DateText } from './date-text.tsx'
import { EmptyFace } from './faces.tsx'
import { Anchor, Button } from './kit.tsx'
import { StateBadge } from './state-badge.tsx'

interface Society {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly members: number
  readonly dueOn: string
}

const categories = ['理科', '工科', '农科', '医科', '交叉学科']
const societies = (count: number): Society[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index),
    name: `示例学会第${index + 1}号`,
    category: categories[index % 5] ?? '',
    members: (index * 37) % 900,
    dueOn: `2026-12-${String((index % 28) + 1).padStart(2, '0')}`,
  }))

const columns: readonly DataColumn<Society>[] = [
  {
    key: 'name',
    header: '学会',
    primary: true,
    value: ({ name }) => name,
    cell: ({ name }) => <Anchor href="#one">{name}</Anchor>,
  },
  { key: 'category', header: '类别', value: ({ category }) => category, cell: ({ category }) => category },
  { key: 'members', header: '党员人数', align: 'end', value: ({ members }) => members, cell: ({ members }) => members },
  {
    key: 'state',
    header: '状态',
    cell: ({ members }) => (
      <StateBadge tone={members % 2 ? 'good' : 'attention'}>{members % 2 ? '已办结' : '待审核'}</StateBadge>
    ),
  },
  {
    key: 'due',
    header: '截止',
    value: ({ dueOn }) => dueOn,
    cell: ({ dueOn }) => <DateText date={dueOn} today="2026-11-24" due />,
  },
]

function Example({ count, selecting, total = 210 }: { count: number; selecting: boolean; total?: number | null }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(selecting ? ['1', '2'] : []))
  return (
    <DataTable
      label="学会"
      rows={societies(count)}
      columns={columns}
      rowKey={({ id }) => id}
      rowLabel={({ name }) => name}
      onOpen={() => {}}
      openKey="3"
      total={total ?? undefined}
      onMore={() => {}}
      empty={<EmptyFace title="还没有学会">先导入学会名册。</EmptyFace>}
      {...(selecting
        ? { selected, onSelect: setSelected, selectionActs: <Button size="compact-sm">提醒</Button> }
        : {})}
    />
  )
}

const meta = { title: '列表/数据表', component: Example } satisfies Meta<typeof Example>
export default meta
type Story = StoryObj<typeof meta>

export const Full: Story = { args: { count: 12, selecting: true } }
export const Long: Story = { args: { count: 1000, selecting: false } }
export const NotYetCounted: Story = {
  args: { count: 12, selecting: false, total: null },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('已列出 12')).toBeInTheDocument()
    await expect(canvas.queryByText(/共/)).toBeNull()
  },
}
export const Empty: Story = { args: { count: 0, selecting: false } }
