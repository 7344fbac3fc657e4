import { useNavigate, useRouter } from '@tanstack/react-router'
import { roleWords } from '@dangjian/domain/access'
import { IconCheck, IconChevronDown } from '@dangjian/ui/icons'
import { Button, Menu, Text } from '@dangjian/ui/kit'
import { actAs, useActingGrant, useSession } from '@dangjian/door/session'
import { useTexts } from './texts.ts'
import { useWord } from '@dangjian/door/word'

/** For which unit and in which role one acts, and how to change it; per tab. */
export function GrantSwitcher() {
  const t = useTexts('frame')
  const word = useWord()
  const session = useSession()
  const acting = useActingGrant()
  const navigate = useNavigate()
  const router = useRouter()
  const grants = session?.grants ?? []
  const name = acting ? `${acting.unitName} · ${word(roleWords, acting.role)}` : t('acting.none')
  if (grants.length < 2) {
    return (
      <Text size="sm" c="dimmed" truncate visibleFrom="sm" maw={360} title={name}>
        {name}
      </Text>
    )
  }
  const change = async (grantId: string) => {
    await actAs(grantId)
    await router.invalidate()
    await navigate({ to: '/' })
  }
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          rightSection={<IconChevronDown size={16} aria-hidden />}
          aria-label={`${t('acting.label')}: ${name}`}
          maw={{ base: 150, sm: 380 }}
        >
          <Text size="sm" truncate component="span">
            {name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('acting.hint')}</Menu.Label>
        {grants.map((grant) => (
          <Menu.Item
            key={grant.id}
            onClick={() => void change(grant.id)}
            aria-current={grant.id === acting?.id ? 'true' : undefined}
            rightSection={grant.id === acting?.id ? <IconCheck size={16} aria-hidden /> : null}
          >
            <Text size="sm" fw={grant.id === acting?.id ? 600 : 400}>
              {word(roleWords, grant.role)}
            </Text>
            <Text size="xs" c="dimmed">
              {grant.unitName}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
