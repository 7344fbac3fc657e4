import type { ComponentProps } from 'react'
import { TextInput } from '@dangjian/ui/kit'
import { useDoorTexts } from '../door-texts.ts'

/** The figures of an authenticator, or a recovery code where the telephone is lost. */
export function CodeInput(props: ComponentProps<typeof TextInput>) {
  const t = useDoorTexts()
  return (
    <TextInput
      label={t('signIn.code')}
      description={t('signIn.codeHint')}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      {...props}
    />
  )
}
