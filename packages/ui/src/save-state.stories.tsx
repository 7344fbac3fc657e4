import type { Meta, StoryObj } from '@storybook/react-vite'
import { Stack } from './kit.tsx'
import { SaveState } from './save-state.tsx'

const meta = { title: '状态/保存', component: SaveState } satisfies Meta<typeof SaveState>
export default meta
type Story = StoryObj<typeof meta>

export const All: Story = {
  args: { saving: { kind: 'saving' } },
  render: () => (
    <Stack gap={4}>
      <SaveState saving={{ kind: 'unsaved' }} />
      <SaveState saving={{ kind: 'saving' }} />
      <SaveState saving={{ kind: 'saved', at: Date.UTC(2026, 10, 24, 2, 32) }} />
      <SaveState saving={{ kind: 'failed' }} />
    </Stack>
  ),
}
