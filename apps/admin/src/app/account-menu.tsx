import { useNavigate } from '@tanstack/react-router'
import { IconLogout, IconSchool, IconUserCircle } from '@dangjian/ui/icons'
import { ActionIcon, Menu } from '@dangjian/ui/kit'
import { signOut, useSession } from '@dangjian/door/session'
import { useTexts } from './texts.ts'

export function AccountMenu() {
  const t = useTexts('frame')
  const session = useSession()
  const navigate = useNavigate()
  const leave = async () => {
    await signOut()
    await navigate({ to: '/sign-in', search: {} })
  }
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('account.label')}>
          <IconUserCircle size={22} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session?.person.name}</Menu.Label>
        <Menu.Item
          leftSection={<IconUserCircle size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/account' })}
        >
          {t('account.mine')}
        </Menu.Item>
        <Menu.Item component="a" href="/" leftSection={<IconSchool size={16} aria-hidden />}>
          {t('school')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
