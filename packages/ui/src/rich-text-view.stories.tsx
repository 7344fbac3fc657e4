import type { Meta, StoryObj } from '@storybook/react-vite'
import { RichTextView } from './rich-text-view.tsx'

const meta = { title: '内容/图文', component: RichTextView } satisfies Meta<typeof RichTextView>
export default meta
type Story = StoryObj<typeof meta>

export const Lesson: Story = {
  args: {
    doc: {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '支部怎样开好组织生活会' }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: '会前要' },
            { type: 'text', text: '谈心谈话', marks: [{ type: 'bold' }] },
            { type: 'text', text: '，把问题谈透。资料见' },
            { type: 'text', text: '学习材料', marks: [{ type: 'link', attrs: { href: '/files/0' } }] },
            { type: 'text', text: '。' },
          ],
        },
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: '确定主题' }] }] },
            { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: '征求意见' }] }] },
          ],
        },
        {
          type: 'blockquote',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: '批评要具体，改进要落实。' }] }],
        },
        {
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: '危险的链接只剩文字',
              marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
            },
          ],
        },
      ],
    },
  },
}
