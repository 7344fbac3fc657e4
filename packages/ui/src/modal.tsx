import { Drawer as MantineDrawer, Modal as MantineModal, type DrawerProps, type ModalProps } from '@mantine/core'
import { useFocusBack } from './focus-back.tsx'

/** A dialog over the page. Mantine gives the focus back only where `opened` changes, ours also where it is taken away. */
export function Modal(props: ModalProps) {
  useFocusBack(props.opened)
  return <MantineModal returnFocus={false} {...props} />
}

/** What is drawn in from an edge of the page. */
export function Drawer(props: DrawerProps) {
  useFocusBack(props.opened)
  return <MantineDrawer returnFocus={false} {...props} />
}
