import { Stack } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useSession } from '@dangjian/door/session'
import { useTexts } from '../app/texts.ts'
import { ChangePasswordForm } from '@dangjian/door/access/change-password-form'
import { SecondFactorSection } from '@dangjian/door/access/second-factor-section'
import { SessionList } from '@dangjian/door/access/session-list'

/** One's own devices and password. */
export function AccountPage() {
  const t = useTexts('access')
  const frame = useTexts('frame')
  const session = useSession()
  return (
    <>
      <PageHeading title={t('account.title')} suffix={frame('product')} note={session?.person.name} />
      <Stack gap="xl">
        <SessionList />
        <ChangePasswordForm />
        <SecondFactorSection />
      </Stack>
    </>
  )
}
