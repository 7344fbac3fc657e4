import { Fragment, type ReactNode } from 'react'
import classes from './rich-text.module.css'
import { safeAddress, safePicture, type RichNode } from './rich-text.tsx'

export interface RichTextViewProps {
  readonly doc: RichNode
  /** A heading of the text begins at this level, so that the page's headings stay in order. */
  readonly headingFrom?: 2 | 3 | 4
}

/** A rich text as React elements: nothing is put in as HTML, and no editor comes along. */
export function RichTextView({ doc, headingFrom = 2 }: RichTextViewProps) {
  return <div className={classes.text}>{children(doc, headingFrom)}</div>
}

function children(node: RichNode, base: number): ReactNode {
  return (node.content ?? []).map((each, index) => <Fragment key={index}>{render(each, base)}</Fragment>)
}

function render(node: RichNode, base: number): ReactNode {
  const inside = () => children(node, base)
  switch (node.type) {
    case 'text':
      return marked(node)
    case 'paragraph':
      return <p>{node.content?.length ? inside() : <br />}</p>
    case 'heading': {
      const level = Math.min(6, Math.max(1, Number(node.attrs?.level ?? 2)) - 2 + base)
      const Heading = `h${Math.max(2, level)}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
      return <Heading>{inside()}</Heading>
    }
    case 'bulletList':
      return <ul>{inside()}</ul>
    case 'orderedList':
      return <ol start={Number(node.attrs?.start ?? 1)}>{inside()}</ol>
    case 'listItem':
      return <li>{inside()}</li>
    case 'blockquote':
      return <blockquote>{inside()}</blockquote>
    case 'codeBlock':
      return (
        <pre>
          <code>{inside()}</code>
        </pre>
      )
    case 'horizontalRule':
      return <hr />
    case 'hardBreak':
      return <br />
    case 'image': {
      const src = safePicture(node.attrs?.src)
      const alt = String(node.attrs?.alt ?? '')
      return src ? (
        <figure>
          <img src={src} alt={alt} loading="lazy" />
          {alt ? <figcaption aria-hidden>{alt}</figcaption> : null}
        </figure>
      ) : null
    }
    default:
      // An unknown node still shows its words.
      return <>{inside()}</>
  }
}

function marked(node: RichNode): ReactNode {
  return (node.marks ?? []).reduce<ReactNode>((inner, mark) => {
    switch (mark.type) {
      case 'bold':
        return <strong>{inner}</strong>
      case 'italic':
        return <em>{inner}</em>
      case 'underline':
        return <u>{inner}</u>
      case 'strike':
        return <s>{inner}</s>
      case 'code':
        return <code>{inner}</code>
      case 'link': {
        const href = safeAddress(mark.attrs?.href)
        return href ? (
          <a href={href} {...(/^https?:/i.test(href) ? { target: '_blank', rel: 'noreferrer noopener' } : {})}>
            {inner}
          </a>
        ) : (
          inner
        )
      }
      default:
        return inner
    }
  }, node.text ?? '')
}
