import { isElected } from '@dangjian/domain/organisation'
import { StateBadge } from '@dangjian/ui/state-badge'
import { IconPlus, IconX } from '@dangjian/ui/icons'
import { ActionIcon, Button, Fieldset, Group, NumberInput, Stack, TextInput } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'

export interface Vote {
  readonly key: number
  readonly name: string
  readonly votes: number | null
}

interface ElectionVotesProps {
  readonly votes: readonly Vote[]
  readonly onChange: (votes: readonly Vote[]) => void
  readonly entitled: number
}

/** Who stood, with how many votes: elected is who has more than half of all entitled. */
export function ElectionVotes({ votes, onChange, entitled }: ElectionVotesProps) {
  const t = useTexts('election')
  const change = (key: number, next: Partial<Vote>) =>
    onChange(votes.map((each) => (each.key === key ? { ...each, ...next } : each)))
  return (
    <Fieldset legend={t('votes')}>
      <Stack gap="xs">
        {votes.map((vote, index) => (
          <Group key={vote.key} gap="xs" align="flex-end" wrap="wrap">
            <TextInput
              label={t('candidate')}
              maxLength={50}
              style={{ flex: '1 1 9rem' }}
              value={vote.name}
              onChange={(event) => change(vote.key, { name: event.currentTarget.value })}
            />
            <NumberInput
              label={t('voteCount')}
              w={90}
              min={0}
              max={100_000}
              allowDecimal={false}
              hideControls
              value={vote.votes ?? ''}
              onChange={(value) => change(vote.key, { votes: typeof value === 'number' ? value : null })}
            />
            {vote.votes !== null && entitled > 0 ? (
              <StateBadge tone={isElected(vote.votes, entitled) ? 'good' : 'closed'}>
                {isElected(vote.votes, entitled) ? t('elected') : t('notElected')}
              </StateBadge>
            ) : null}
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('removeVote', { n: index + 1 })}
              onClick={() => onChange(votes.filter(({ key }) => key !== vote.key))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="default"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() =>
            onChange([...votes, { key: Math.max(0, ...votes.map(({ key }) => key)) + 1, name: '', votes: null }])
          }
        >
          {t('addVote')}
        </Button>
      </Stack>
    </Fieldset>
  )
}
