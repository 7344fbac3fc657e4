import { useNavigate } from '@tanstack/react-router'
import { roleWords } from '@dangjian/domain/access'
import { IconBuilding, IconCheck, IconLogout, IconUserCircle } from '@dangjian/ui/icons'
import { ActionIcon, Menu } from '@dangjian/ui/kit'
import { places } from './rail.tsx'
import { actAs, signOut, useActingGrant, useMay, useSession } from '@dangjian/door/session'
import { useLanguage } from '@dangjian/door/language'
import { useTexts } from './texts.ts'
import { useWord } from '@dangjian/door/word'

/** Account, roles to act in, and on a phone the places that have no tab. */
export function AccountMenu() {
  const t = useTexts('frame')
  const { language } = useLanguage()
  const word = useWord()
  const may = useMay()
  const session = useSession()
  const acting = useActingGrant()
  const navigate = useNavigate()
  const grants = session?.grants ?? []
  const leave = async () => {
    await signOut()
    await navigate({ to: '/sign-in', search: {} })
  }
  const change = async (grantId: string) => {
    await actAs(grantId)
    await navigate({ to: '/' })
  }
  const beside = places.filter(({ tab, action }) => !tab && (!action || may(action)))
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('account.label')}>
          <IconUserCircle size={22} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session?.person.name}</Menu.Label>
        {beside.map(({ to, label, icon: Icon }) => (
          <Menu.Item key={to} leftSection={<Icon size={16} aria-hidden />} onClick={() => void navigate({ to })}>
            {label[language]}
          </Menu.Item>
        ))}
        <Menu.Item
          leftSection={<IconUserCircle size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/account' })}
        >
          {t('account.mine')}
        </Menu.Item>
        {grants.length > 0 ? (
          <Menu.Item component="a" href="/admin/" leftSection={<IconBuilding size={16} aria-hidden />}>
            {t('console')}
          </Menu.Item>
        ) : null}
        {grants.length > 1 ? (
          <>
            <Menu.Divider />
            <Menu.Label>{t('account.acting')}</Menu.Label>
            {grants.map((grant) => (
              <Menu.Item
                key={grant.id}
                role="menuitemradio"
                aria-checked={grant.id === acting?.id}
                rightSection={grant.id === acting?.id ? <IconCheck size={16} aria-hidden /> : null}
                onClick={() => void change(grant.id)}
              >
                {word(roleWords, grant.role)} · {grant.unitName}
              </Menu.Item>
            ))}
          </>
        ) : null}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
