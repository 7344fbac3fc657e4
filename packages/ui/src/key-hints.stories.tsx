import type { Meta, StoryObj } from '@storybook/react-vite'
import { KeyHints } from './key-hints.tsx'

const meta = { title: '框架/快捷键', component: KeyHints } satisfies Meta<typeof KeyHints>
export default meta
type Story = StoryObj<typeof meta>

export const Outline: Story = {
  args: {
    hints: [
      { keys: ['Enter'], what: '拆分' },
      { keys: ['Backspace'], what: '合并' },
      { keys: ['↑', '↓'], what: '移动' },
    ],
  },
}
