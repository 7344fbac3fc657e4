import { Button, Menu, Textarea } from '@mantine/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { FormDialog } from './form-dialog.tsx'
import { PageHeading } from './page-heading.tsx'

const meta = { title: '表单/表单对话框', component: FormDialog } satisfies Meta<typeof FormDialog>
export default meta
type Story = StoryObj<typeof meta>

const nothing = () => {}
const field = <Textarea label="给学会的话" maxLength={500} data-autofocus />
export const Asking: Story = {
  args: {
    title: '提醒 3 个学会？',
    lead: '各学会会在待办和通知中看到提醒。',
    act: '提醒',
    onClose: nothing,
    onSubmit: nothing,
    children: field,
  },
}
export const Troubled: Story = { args: { ...Asking.args, trouble: '有人刚刚修改过任务，请先查看改动。' } }
export const NotNow: Story = { args: { ...Asking.args, reason: '请先选择学会。' } }

/** One button that stays, one that goes with its act, and one in a menu. */
function Page() {
  const [open, setOpen] = useState(false)
  const [done, setDone] = useState(false)
  return (
    <>
      <PageHeading title="任务" />
      <Button onClick={() => setOpen(true)}>提醒学会</Button>
      {done ? null : <Button onClick={() => setOpen(true)}>下发</Button>}
      <Menu>
        <Menu.Target>
          <Button>更多</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen(true)}>改名</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open ? (
        <FormDialog
          title="提醒"
          act="完成"
          onClose={() => setOpen(false)}
          onSubmit={() => {
            setDone(true)
            setOpen(false)
          }}
        >
          {field}
        </FormDialog>
      ) : null}
    </>
  )
}

const screen = within(document.body)
const stands = (on: HTMLElement) => waitFor(() => expect(document.activeElement).toBe(on))
const typing = async () => stands(await screen.findByLabelText('给学会的话'))

export const GivesTheFocusBack: Story = {
  args: Asking.args!,
  render: () => <Page />,
  play: async ({ canvasElement }) => {
    const page = within(canvasElement)
    const remind = page.getByRole('button', { name: '提醒学会' })
    for (const close of [
      () => userEvent.keyboard('{Escape}'),
      async () => userEvent.click(screen.getByRole('button', { name: '取消' })),
      async () => userEvent.click(screen.getByRole('button', { name: '完成' })),
    ]) {
      await userEvent.click(remind)
      await typing()
      await close()
      await stands(remind)
    }
  },
}

export const OpenedFromAMenu: Story = {
  args: Asking.args!,
  render: () => <Page />,
  play: async ({ canvasElement }) => {
    const more = within(canvasElement).getByRole('button', { name: '更多' })
    await userEvent.click(more)
    await userEvent.click(await screen.findByRole('menuitem', { name: '改名' }))
    await typing()
    await userEvent.keyboard('{Escape}')
    await stands(more)
  },
}

export const ItsButtonHasGone: Story = {
  args: Asking.args!,
  render: () => <Page />,
  play: async ({ canvasElement }) => {
    const page = within(canvasElement)
    await userEvent.click(page.getByRole('button', { name: '下发' }))
    await userEvent.click(await screen.findByRole('button', { name: '完成' }))
    await stands(page.getByRole('heading', { level: 1 }))
  },
}
