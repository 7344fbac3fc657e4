import type { Meta, StoryObj } from '@storybook/react-vite'
import { CreditedBar } from './credited-bar.tsx'

const meta = { title: '内容/已计入的部分', component: CreditedBar } satisfies Meta<typeof CreditedBar>
export default meta
type Story = StoryObj<typeof meta>

export const Parts: Story = {
  args: {
    duration: 1200,
    credited: [
      [0, 120],
      [300, 480],
      [900, 1000],
    ],
  },
}
