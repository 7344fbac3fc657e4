/** A rich text as TipTap keeps it: a tree of nodes, each with its marks. */
export interface RichNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly RichNode[]
  readonly text?: string
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[]
}

export const emptyRichText: RichNode = { type: 'doc', content: [{ type: 'paragraph' }] }

/** Whether there is nothing to read in it. */
export function isRichTextEmpty(node: RichNode): boolean {
  if (node.text?.trim() || node.type === 'image' || node.type === 'horizontalRule') return false
  return (node.content ?? []).every(isRichTextEmpty)
}

/** Only addresses that lead somewhere harmless: our own files and pages, the web, mail. */
export function safeAddress(address: unknown): string | null {
  if (typeof address !== 'string') return null
  if (/^(https?:|mailto:)/i.test(address)) return address
  return /^\/(?![/\\])/.test(address) || address.startsWith('#') ? address : null
}

/** A picture may come from our own files alone. */
export function safePicture(address: unknown): string | null {
  if (typeof address !== 'string') return null
  return /^\/files\/[\w-]+$/.test(address) || address.startsWith('data:image/') || address.startsWith('blob:')
    ? address
    : null
}
