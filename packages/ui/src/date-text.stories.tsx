import type { Meta, StoryObj } from '@storybook/react-vite'
import { DateText } from './date-text.tsx'
import { Stack } from './kit.tsx'

const meta = { title: '状态/日期', component: DateText } satisfies Meta<typeof DateText>
export default meta
type Story = StoryObj<typeof meta>

export const Due: Story = {
  args: { date: '2026-12-01', today: '2026-11-24', due: true },
  render: (args) => (
    <Stack gap={4}>
      <DateText {...args} />
      <DateText {...args} date="2026-11-24" />
      <DateText {...args} date="2026-11-20" />
      <DateText {...args} date="2027-03-31" />
      <DateText {...args} date="2026-11-20" settled />
    </Stack>
  ),
}
export const Past: Story = { args: { date: '2026-11-23', today: '2026-11-24' } }
