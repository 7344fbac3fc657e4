import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { ExportMenu } from './export-menu.tsx'

const meta = {
  title: '列表/导出',
  component: ExportMenu,
  args: {
    label: '导出',
    formats: [
      { format: 'xlsx', label: 'Excel 文件' },
      { format: 'csv', label: 'CSV 文件' },
    ],
    busy: false,
    onExport: fn(),
  },
} satisfies Meta<typeof ExportMenu>
export default meta
type Story = StoryObj<typeof meta>

export const Idle: Story = {}
export const Busy: Story = { args: { busy: true } }

export const Keyboard: Story = {
  play: async ({ args, canvasElement }) => {
    const button = within(canvasElement).getByRole('button', { name: '导出' })
    await userEvent.tab()
    await expect(button).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    const [workbook, csv] = await screen.findAllByRole('menuitem')
    await waitFor(() => expect(workbook).toHaveFocus())
    await userEvent.keyboard('{ArrowDown}')
    await waitFor(() => expect(csv).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await expect(args.onExport).toHaveBeenCalledTimes(1)
    await expect(args.onExport).toHaveBeenCalledWith('csv')
    await waitFor(() => expect(button).toHaveFocus())
  },
}
