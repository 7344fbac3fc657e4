import { Alert, Anchor } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useUi } from './ui-context.tsx'
import { fill } from './ui-words.tsx'

export interface FormTrouble {
  /** The `id` of the field concerned; none where it concerns the whole form. */
  readonly field?: string
  readonly message: string
}

/**
 * What needs correcting, on top of a form: takes the focus when it appears, and each line leads to its field.
 * The same words stand beside the field as well.
 */
export function FormErrors({ troubles }: { troubles: readonly FormTrouble[] }) {
  const { words } = useUi()
  const place = useRef<HTMLDivElement>(null)
  const shown = troubles.length > 0
  useEffect(() => {
    if (shown) place.current?.focus()
  }, [shown])
  if (!shown) return null
  const go = (field: string) => {
    const target = document.getElementById(field)
    target?.scrollIntoView({ block: 'center' })
    target?.focus()
  }
  return (
    <Alert color="red" role="alert" ref={place} tabIndex={-1} title={fill(words.formErrors, { n: troubles.length })}>
      <ul style={{ margin: 0, paddingInlineStart: '1.25rem' }}>
        {troubles.map(({ field, message }) => (
          <li key={`${field ?? ''}${message}`}>
            {field ? (
              <Anchor
                component="button"
                type="button"
                ta="start"
                onClick={() => go(field)}
                underline="always"
                inherit
                py={2}
              >
                {message}
              </Anchor>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** The troubles of a Mantine form, for `FormErrors`; fields need the ids they are given here. */
export function troublesOf(
  errors: Readonly<Record<string, unknown>>,
  idOf: (path: string) => string = (path) => path,
): FormTrouble[] {
  return Object.entries(errors).flatMap(([path, message]) =>
    typeof message === 'string' ? [{ field: idOf(path), message }] : [],
  )
}
