import type { Meta, StoryObj } from '@storybook/react-vite'
import { frameClasses, SchoolFrame } from './school-frame.tsx'

const meta = {
  title: '框架/党校',
  component: SchoolFrame,
  parameters: { layout: 'fullscreen', ownMain: true },
} satisfies Meta<typeof SchoolFrame>
export default meta
type Story = StoryObj<typeof meta>

const link = (name: string, className: string | undefined) => (
  <li>
    <a href="#main" className={className}>
      {name}
    </a>
  </li>
)

export const School: Story = {
  args: {
    skipText: '跳到正文',
    navigationLabel: '主导航',
    offlineText: '暂时连不上服务器。',
    product: <a href="#main">党校分校</a>,
    links: link('课程', frameClasses.topLink),
    tabs: link('课程', frameClasses.tab),
    tools: <span>白星遥</span>,
    children: <h1>课程</h1>,
  },
}

/** The whole width, without tabs: the studio, an exam. */
export const Wide: Story = { args: { ...School.args, wide: true } }
