import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { RichTextEditor } from './rich-text-editor.tsx'
import type { RichNode } from './rich-text.tsx'

function Example({ disabled }: { disabled: boolean }) {
  const [doc, setDoc] = useState<RichNode>({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '在这里写课文。' }] }],
  })
  return (
    <RichTextEditor
      label="课文"
      value={doc}
      onChange={setDoc}
      disabled={disabled}
      onPicture={async (file) => ({ src: URL.createObjectURL(file), alt: file.name })}
    />
  )
}

const meta = { title: '内容/图文编辑', component: Example } satisfies Meta<typeof Example>
export default meta
type Story = StoryObj<typeof meta>

export const Writing: Story = { args: { disabled: false } }
export const Reading: Story = { args: { disabled: true } }
