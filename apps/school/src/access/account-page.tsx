import { Stack } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useSession } from '../app/session.ts'
import { useTexts } from '../app/texts.ts'
import { ChangePasswordForm } from './change-password-form.tsx'
import { SessionList } from './session-list.tsx'

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
      </Stack>
    </>
  )
}
