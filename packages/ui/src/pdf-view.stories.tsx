import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, waitFor, within } from 'storybook/test'
import { PdfView } from './pdf-view.tsx'

const meta = { title: '内容/PDF', component: PdfView } satisfies Meta<typeof PdfView>
export default meta
type Story = StoryObj<typeof meta>

/** Pages made here, so that the story needs no server. */
const pdf = (kids: string) =>
  `data:application/pdf;base64,${btoa(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[${kids}]/Count ${kids.split('R').length - 1}>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 300]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>endobj
4 0 obj<</Length 58>>stream
BT /F1 24 Tf 40 220 Td (Evidence, page one) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>`)}`
export const OnePage: Story = {
  args: { url: pdf('3 0 R'), label: '会议纪要', height: '20rem' },
}
export const Broken: Story = { args: { url: 'data:application/pdf;base64,AAAA', label: '打不开的文件' } }

/** On a phone a landscape page is lower than the middle of the frame is high: it counts when half of it is in sight. */
export const LandscapeOnAPhone: Story = {
  args: { ...OnePage.args, url: pdf('3 0 R 3 0 R'), label: '横版课件' },
  render: function Reading(args) {
    const [seen, setSeen] = useState<readonly number[]>([])
    return (
      <div style={{ width: 358 }}>
        <PdfView {...args} height="40rem" onSeen={(page) => setSeen((all) => [...new Set([...all, page])])} />
        <p role="note">{seen.toSorted().join('、')}</p>
      </div>
    )
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).getByRole('note').textContent).toBe('1、2'), { timeout: 10_000 })
  },
}
