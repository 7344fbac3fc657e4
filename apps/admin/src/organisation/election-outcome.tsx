import { postWords, type CommitteeMember, type Post } from '@dangjian/domain/organisation'
import { Fieldset, Stack, Text } from '@dangjian/ui/kit'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'

/** Who stays, comes and leaves with an election, before it is recorded. */
export function ElectionOutcome({ members }: { members: readonly CommitteeMember[] }) {
  const t = useTexts('election')
  const word = useWord()
  const postsOf = (posts: readonly Post[]): string => posts.map((post) => word(postWords, post)).join(t('and'))
  const said = ({ name, before, after }: CommitteeMember): string => {
    const [was, is] = [postsOf(before), postsOf(after)]
    if (was && is && was !== is) return t('outcome.moved', { name, was, is })
    return t('outcome.holds', { name, posts: is || was })
  }
  const groups = [
    ['stays', members.filter(({ before, after }) => before.length > 0 && after.length > 0)],
    ['comes', members.filter(({ before }) => before.length === 0)],
    ['leaves', members.filter(({ after }) => after.length === 0)],
  ] as const
  return (
    <Fieldset legend={t('outcome.title')}>
      <Stack gap={4}>
        {groups.map(([key, who]) => (
          <Text key={key} size="sm">
            {t(`outcome.${key}`, { who: who.map(said).join(t('and')) || t('outcome.nobody') })}
          </Text>
        ))}
      </Stack>
    </Fieldset>
  )
}
