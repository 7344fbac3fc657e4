import type { Meta, StoryObj } from '@storybook/react-vite'
import { Palette } from './palette.tsx'

const meta = { title: '框架/查找', component: Palette } satisfies Meta<typeof Palette>
export default meta
type Story = StoryObj<typeof meta>

const nothing = () => {}
export const Found: Story = {
  args: {
    text: '数学',
    onText: nothing,
    placeholder: '找页面、人员、单位、任务、课程',
    nothing: '没有找到',
    busy: false,
    groups: [
      { key: 'pages', label: '页面', hits: [{ key: '1', label: '单位', note: '组织', to: '/units' }] },
      { key: 'units', label: '单位', hits: [{ key: '2', label: '示例数学学会', note: '理科', to: '/units/2' }] },
    ],
    onFollow: nothing,
    onClose: nothing,
  },
}
export const None: Story = { args: { ...Found.args, groups: [] } }
