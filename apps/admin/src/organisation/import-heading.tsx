import { useEffect, useRef, type ReactNode } from 'react'

/** A step's heading: takes the focus when its step begins, since what was pressed is gone. */
export function ImportHeading({ id, children }: { id: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 ref={heading} id={id} tabIndex={-1} style={{ margin: 0, fontSize: '1.0625rem' }}>
      {children}
    </h2>
  )
}
