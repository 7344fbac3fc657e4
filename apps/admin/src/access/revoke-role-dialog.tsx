import { useMutation } from '@tanstack/react-query'
import { roleGrantRefusalWords, roleWords } from '@dangjian/domain/access'
import { ConfirmDialog } from '@dangjian/ui/confirm-dialog'
import { notify } from '@dangjian/ui/notify'
import { queryClient, useApi } from '@dangjian/door/api'
import { useTexts } from '../app/texts.ts'
import { useRefusalWords, useWord } from '@dangjian/door/word'
import type { RoleGrantRow } from './role-grant-table.tsx'

/** Says whose role for which unit ends, before it does. */
export function RevokeRoleDialog({ grant, onClose }: { grant: RoleGrantRow | null; onClose: () => void }) {
  const t = useTexts('access')
  const api = useApi()
  const word = useWord()
  const sayWhy = useRefusalWords(roleGrantRefusalWords)
  const revoke = useMutation(
    api.access.revokeRole.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(api.access.listRoleGrants.pathFilter())
        notify({ text: t('grants.revoked') })
        onClose()
      },
    }),
  )
  const close = () => {
    revoke.reset()
    onClose()
  }
  return (
    <ConfirmDialog
      opened={grant !== null}
      onClose={close}
      title={t('grants.revokeTitle')}
      confirm={t('grants.revoke')}
      busy={revoke.isPending}
      trouble={revoke.error ? sayWhy(revoke.error) : null}
      grave
      onConfirm={() => grant && revoke.mutate({ roleGrantId: grant.id })}
    >
      {grant
        ? t('grants.revokeWhat', { name: grant.personName, unit: grant.unitName, role: word(roleWords, grant.role) })
        : null}
    </ConfirmDialog>
  )
}
