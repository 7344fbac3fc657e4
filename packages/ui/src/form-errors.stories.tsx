import type { Meta, StoryObj } from '@storybook/react-vite'
import { FormErrors } from './form-errors.tsx'
import { Stack, TextInput } from './kit.tsx'

const meta = { title: '表单/错误汇总', component: FormErrors } satisfies Meta<typeof FormErrors>
export default meta
type Story = StoryObj<typeof meta>

export const Two: Story = {
  args: {
    troubles: [
      { field: 'title', message: '请填写任务名称' },
      { field: 'due', message: '截止日期已过，请改为今天以后的日期' },
    ],
  },
  render: (args) => (
    <Stack>
      <FormErrors {...args} />
      <TextInput id="title" label="任务名称" error="请填写任务名称" />
      <TextInput id="due" label="截止日期" error="截止日期已过，请改为今天以后的日期" />
    </Stack>
  ),
}
