import { useMutation } from '@tanstack/react-query'
import { Alert, Code, Stack, Text, Title, UnstyledButton } from '@dangjian/ui/kit'
import { useApi } from '../api.ts'
import { useDoorTexts } from '../door-texts.ts'
import { useLanguage } from '../language.ts'
import { useRefusalWords } from '../word.ts'
import classes from './sign-in-page.module.css'

export interface DemoAccount {
  readonly username: string
  readonly password: string
  readonly name: string
  readonly purpose: Readonly<Record<'zh-CN' | 'en', string>>
  readonly door: 'admin' | 'school'
}

interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[]
  readonly onSignedIn: (account: DemoAccount) => Promise<void>
}

/** In demo mode: every account with what it is there to show; one click signs in. */
export function DemoAccounts({ accounts, onSignedIn }: DemoAccountsProps) {
  const t = useDoorTexts()
  const { language } = useLanguage()
  const api = useApi()
  const sayWhy = useRefusalWords()
  const signIn = useMutation(api.access.signIn.mutationOptions())
  const enter = (account: DemoAccount) =>
    signIn.mutate(
      { username: account.username, password: account.password },
      { onSuccess: () => void onSignedIn(account) },
    )
  return (
    <section aria-labelledby="demo-accounts">
      <Stack gap="sm">
        <Title order={2} size="h4" id="demo-accounts">
          {t('demo.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('demo.lead')}
          <br />
          {t('demo.password')} <Code style={{ whiteSpace: 'nowrap' }}>{accounts[0]?.password}</Code>
        </Text>
        {signIn.error ? (
          <Alert color="red" role="alert">
            {sayWhy(signIn.error)}
          </Alert>
        ) : null}
        <ul className={classes.accounts}>
          {accounts.map((account) => (
            <li key={account.username}>
              <UnstyledButton
                className={classes.account ?? ''}
                disabled={signIn.isPending}
                onClick={() => enter(account)}
              >
                <span className={classes.accountName}>
                  {account.name} <span className={classes.username}>{account.username}</span>
                </span>
                <span className={classes.purpose}>
                  {t(`demo.${account.door}`)} · {account.purpose[language]}
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </Stack>
    </section>
  )
}
