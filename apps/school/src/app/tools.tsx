import { Group } from '@dangjian/ui/kit'
import { AccountMenu } from './account-menu.tsx'
import { PreferenceMenu } from '@dangjian/door/preference-menu'

/** The menus at the end of the top bar. */
export function Tools() {
  return (
    <Group gap={6} wrap="nowrap">
      <PreferenceMenu />
      <AccountMenu />
    </Group>
  )
}
