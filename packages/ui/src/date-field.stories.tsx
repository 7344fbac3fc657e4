import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { DateField } from './date-field.tsx'

function Example({ error }: { error: string | null }) {
  const [date, setDate] = useState<string | null>('2026-12-01')
  return <DateField label="截止日期" value={date} onChange={setDate} error={error} clearable w={260} />
}

const meta = { title: '表单/日期', component: Example } satisfies Meta<typeof Example>
export default meta
type Story = StoryObj<typeof meta>

export const Chosen: Story = { args: { error: null } }
export const Wrong: Story = { args: { error: '截止日期已过' } }
