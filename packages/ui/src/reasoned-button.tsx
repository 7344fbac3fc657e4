import { Button, Tooltip, type ButtonProps } from '@mantine/core'
import { useId, type ComponentPropsWithoutRef } from 'react'

export type ReasonedButtonProps = ButtonProps &
  Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> & {
    /** Why it may not be pressed now; without it, it may. */
    readonly reason?: string | null
  }

/**
 * A button that, when it may not be pressed, says why: it stays in the tab order and names its reason. It is the same
 * button before and after, so that whoever stands on it keeps standing there.
 */
export function ReasonedButton({ reason, onClick, children, ...rest }: ReasonedButtonProps) {
  const id = useId()
  const withheld = {
    type: 'button',
    'data-disabled': true,
    'aria-disabled': true,
    'aria-describedby': id,
  } as const
  return (
    <>
      <Tooltip label={reason} disabled={!reason}>
        <Button {...rest} {...(reason ? withheld : {})} onClick={reason ? (event) => event.preventDefault() : onClick}>
          {children}
        </Button>
      </Tooltip>
      {reason ? (
        <span id={id} hidden>
          {reason}
        </span>
      ) : null}
    </>
  )
}
