import type { Meta, StoryObj } from '@storybook/react-vite'
import { PdfView } from './pdf-view.tsx'

const meta = { title: '内容/PDF', component: PdfView } satisfies Meta<typeof PdfView>
export default meta
type Story = StoryObj<typeof meta>

/** A page made here, so that the story needs no server. */
const page = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 300]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>endobj
4 0 obj<</Length 58>>stream
BT /F1 24 Tf 40 220 Td (Evidence, page one) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>`
export const OnePage: Story = {
  args: { url: `data:application/pdf;base64,${btoa(page)}`, label: '会议纪要', height: '20rem' },
}
export const Broken: Story = { args: { url: 'data:application/pdf;base64,AAAA', label: '打不开的文件' } }
