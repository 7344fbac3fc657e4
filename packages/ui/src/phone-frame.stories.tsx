import type { Meta, StoryObj } from '@storybook/react-vite'
import { PhoneFrame } from './phone-frame.tsx'

const meta = { title: '内容/手机预览', component: PhoneFrame } satisfies Meta<typeof PhoneFrame>
export default meta
type Story = StoryObj<typeof meta>

export const Lesson: Story = { args: { children: <p>学员在手机上看到的样子。</p>, label: '手机预览' } }
