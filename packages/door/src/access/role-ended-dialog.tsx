import { roleWords } from '@dangjian/domain/access'
import { Button, Group, Modal, Stack, Text } from '@dangjian/ui/kit'
import { useDoorTexts } from '../door-texts.ts'
import type { Grant } from '../session.ts'
import { useWord } from '../word.ts'

interface RoleEndedDialogProps {
  readonly grant: Grant
  readonly onStay: () => void
}

/** The role in which a page was opened has ended: says so over the page, from which what was typed may still be copied. */
export function RoleEndedDialog({ grant, onStay }: RoleEndedDialogProps) {
  const t = useDoorTexts()
  const word = useWord()
  return (
    <Modal opened onClose={onStay} withCloseButton={false} title={t('again.roleTitle')}>
      <Stack gap="lg">
        <Text>{t('again.roleLead', { role: word(roleWords, grant.role), unit: grant.unitName })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onStay}>
            {t('again.roleStay')}
          </Button>
          <Button data-autofocus onClick={() => window.location.assign(import.meta.env.BASE_URL)}>
            {t('again.roleHome')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
