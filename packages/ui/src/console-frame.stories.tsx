import type { Meta, StoryObj } from '@storybook/react-vite'
import { ConsoleFrame } from './console-frame.tsx'

const meta = {
  title: '框架/管理台',
  component: ConsoleFrame,
  parameters: { layout: 'fullscreen', ownMain: true },
} satisfies Meta<typeof ConsoleFrame>
export default meta
type Story = StoryObj<typeof meta>

export const Console: Story = {
  args: {
    skipText: '跳到正文',
    navigationLabel: '主导航',
    openMenuLabel: '打开菜单',
    offlineText: '暂时连不上服务器。',
    product: <a href="#main">党建管理台</a>,
    rail: (close) => (
      <ul>
        <li>
          <a href="#main" onClick={close}>
            工作要点
          </a>
        </li>
      </ul>
    ),
    tools: <span>顾清和</span>,
    children: <h1>工作要点</h1>,
  },
}
