import type { Meta, StoryObj } from '@storybook/react-vite'
import { ConfirmDialog } from './confirm-dialog.tsx'

const meta = { title: '表单/确认', component: ConfirmDialog } satisfies Meta<typeof ConfirmDialog>
export default meta
type Story = StoryObj<typeof meta>

const nothing = () => {}
export const Asking: Story = {
  args: {
    opened: true,
    onClose: nothing,
    onConfirm: nothing,
    title: '发布年度计划？',
    children: '将向 210 个学会派出 12 项任务，各学会会立即看到。',
    confirm: '发布并派出',
  },
}
export const Troubled: Story = { args: { ...Asking.args, grave: true, trouble: '有人刚刚修改过计划，请先查看改动。' } }
