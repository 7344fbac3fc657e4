import { Image } from '@tiptap/extension-image'
import { EditorContent, useEditor, type JSONContent } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { useEffect } from 'react'
import type { RichTextEditorProps } from './rich-text-editor.tsx'
import { RichTextToolbar } from './rich-text-toolbar.tsx'
import classes from './rich-text.module.css'
import { safeAddress, type RichNode } from './rich-text.tsx'

/** The editor itself; loaded by `RichTextEditor`. */
export function RichTextSurface({
  label,
  value,
  onChange,
  onPicture,
  disabled = false,
  invalid = false,
  id,
}: RichTextEditorProps) {
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3] },
        link: { openOnClick: false, isAllowedUri: (address) => safeAddress(address) !== null },
      }),
      Image,
    ],
    content: value as unknown as JSONContent,
    editable: !disabled,
    immediatelyRender: true,
    shouldRerenderOnTransaction: true,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        ...(id ? { id } : {}),
        ...(invalid ? { 'aria-invalid': 'true' } : {}),
      },
    },
    onUpdate: ({ editor: current }) => onChange(current.getJSON() as RichNode),
  })
  useEffect(() => {
    if (editor && !editor.isDestroyed) editor.setEditable(!disabled, false)
  }, [editor, disabled])
  // Another text from outside (a version taken back, a merge) replaces what is shown; one's own typing does not.
  useEffect(() => {
    // Laid aside in a suspended tree, an editor may be gone already; the next one begins with this text.
    if (editor && !editor.isDestroyed && JSON.stringify(editor.getJSON()) !== JSON.stringify(value)) {
      editor.commands.setContent(value as unknown as JSONContent, { emitUpdate: false })
    }
  }, [editor, value])
  return (
    <div className={classes.editor}>
      {editor && !disabled ? <RichTextToolbar editor={editor} label={label} onPicture={onPicture} /> : null}
      <EditorContent editor={editor} className={`${classes.content} ${classes.text}`} />
    </div>
  )
}
