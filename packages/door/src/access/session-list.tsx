import { useMutation, useQuery } from '@tanstack/react-query'
import { InstantText } from '@dangjian/ui/date-text'
import { LoadingFace } from '@dangjian/ui/faces'
import { Badge, Button, Group, Stack, Text, Title } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { queryClient, useApi } from '../api.ts'
import { TroubleFace } from '../page-faces.tsx'
import { useDoorTexts } from '../door-texts.ts'
import { useRefusalWords } from '../word.ts'

/** The devices one is signed in on; each but this one can be signed out. */
export function SessionList() {
  const t = useDoorTexts()
  const api = useApi()
  const sayWhy = useRefusalWords()
  const sessions = useQuery(api.access.listSessions.queryOptions())
  const revoke = useMutation(
    api.access.revokeSession.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(api.access.listSessions.queryFilter())
        notify({ text: t('account.revoked') })
      },
      onError: (error) => notify({ text: sayWhy(error), tone: 'bad' }),
    }),
  )
  return (
    <section aria-labelledby="my-devices">
      <Title order={2} size="h3" id="my-devices">
        {t('account.devices')}
      </Title>
      <Text c="dimmed" size="sm" mb="sm">
        {t('account.devicesLead')}
      </Text>
      {sessions.isPending ? <LoadingFace count={2} /> : null}
      {sessions.error ? <TroubleFace error={sessions.error} onRetry={() => void sessions.refetch()} /> : null}
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {sessions.data?.map((each) => (
          <Group
            component="li"
            key={each.id}
            justify="space-between"
            gap="md"
            py="xs"
            style={{ borderBottom: '1px solid var(--line)' }}
          >
            <div>
              <Group gap="xs">
                <Text fw={600}>{each.device || t('account.unknownDevice')}</Text>
                {each.current ? (
                  <Badge variant="light" color="gray">
                    {t('account.current')}
                  </Badge>
                ) : null}
              </Group>
              <Text size="sm" c="dimmed">
                {t('account.since')} <InstantText at={each.createdAt} /> · {t('account.seen')}{' '}
                <InstantText at={each.seenAt} />
              </Text>
            </div>
            {each.current ? null : (
              <Button
                variant="default"
                aria-label={`${t('account.revoke')}: ${each.device || t('account.unknownDevice')}`}
                loading={revoke.isPending && revoke.variables.sessionId === each.id}
                onClick={() => revoke.mutate({ sessionId: each.id })}
              >
                {t('account.revoke')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </section>
  )
}
