import type { Meta, StoryObj } from '@storybook/react-vite'
import { ReasonedButton } from './reasoned-button.tsx'

const meta = { title: '表单/说明原因的按钮', component: ReasonedButton } satisfies Meta<typeof ReasonedButton>
export default meta
type Story = StoryObj<typeof meta>

export const Refused: Story = { args: { children: '发布课程', reason: '还缺：第二节没有内容' } }
export const Allowed: Story = { args: { children: '发布课程', reason: null } }
