import { roleWords } from '@dangjian/domain/access'
import { Group, Stack, Text, Title } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useSession } from '@dangjian/door/session'
import { useTexts } from '../app/texts.ts'
import { useWord } from '@dangjian/door/word'
import { ChangePasswordForm } from '@dangjian/door/access/change-password-form'
import { SecondFactorSection } from '@dangjian/door/access/second-factor-section'
import { SessionList } from '@dangjian/door/access/session-list'

/** One's own roles, devices and password. */
export function AccountPage() {
  const t = useTexts('access')
  const frame = useTexts('frame')
  const word = useWord()
  const session = useSession()
  if (!session) return null
  return (
    <>
      <PageHeading title={t('account.title')} suffix={frame('product')} note={session.person.name} />
      <Stack gap="xl" maw={720}>
        <section aria-labelledby="my-roles">
          <Title order={2} size="h3" id="my-roles" mb="xs">
            {t('account.roles')}
          </Title>
          {session.grants.length === 0 ? (
            <Text c="dimmed">{t('account.noRoles')}</Text>
          ) : (
            <Stack component="ul" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
              {session.grants.map((grant) => (
                <Group component="li" key={grant.id} gap="sm">
                  <Text fw={600}>{word(roleWords, grant.role)}</Text>
                  <Text c="dimmed">{grant.unitName}</Text>
                </Group>
              ))}
            </Stack>
          )}
        </section>
        <SessionList />
        <ChangePasswordForm />
        <SecondFactorSection />
      </Stack>
    </>
  )
}
