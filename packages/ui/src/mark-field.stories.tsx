import type { Meta, StoryObj } from '@storybook/react-vite'
import { MarkField } from './mark-field.tsx'
import type { Tone } from './tokens.ts'

const meta = { title: '图表/学会方阵', component: MarkField } satisfies Meta<typeof MarkField>
export default meta
type Story = StoryObj<typeof meta>

const tones: Tone[] = ['good', 'good', 'active', 'attention', 'bad', 'neutral', 'closed']
export const Societies: Story = {
  args: {
    groups: ['理科', '工科', '农科', '医科', '交叉学科'].map((label, group) => ({
      key: label,
      label,
      marks: Array.from({ length: 42 }, (_, index) => ({
        key: String(index),
        label: `示例学会${group * 42 + index + 1}`,
        tone: tones[(index * 3 + group) % 7] ?? 'neutral',
        short: `会${index + 1}`,
      })),
    })),
    renderLink: (mark, { children, ...props }) => (
      <a href={`#${mark.key}`} {...props}>
        {children}
      </a>
    ),
  },
}
export const Large: Story = { args: { ...Societies.args, large: true } }
