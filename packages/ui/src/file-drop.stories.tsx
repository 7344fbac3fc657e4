import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileDrop } from './file-drop.tsx'

const meta = { title: '表单/上传', component: FileDrop } satisfies Meta<typeof FileDrop>
export default meta
type Story = StoryObj<typeof meta>

export const Ready: Story = {
  args: { label: '佐证材料', hint: '文字、图片或 PDF，每个不超过 50 MB', multiple: true, upload: async () => {} },
}
export const Off: Story = { args: { ...Ready.args, disabled: true } }
