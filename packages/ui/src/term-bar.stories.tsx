import type { Meta, StoryObj } from '@storybook/react-vite'
import { TermBar } from './term-bar.tsx'

const meta = { title: '图表/任期', component: TermBar } satisfies Meta<typeof TermBar>
export default meta
type Story = StoryObj<typeof meta>

export const Running: Story = {
  args: { fromOn: '2024-05-01', toOn: '2029-04-30', label: '书记任期', today: '2026-11-24' },
}
export const Over: Story = {
  args: { fromOn: '2020-05-01', toOn: '2025-04-30', label: '书记任期', today: '2026-11-24' },
}
