import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { questionKindWords, type BankId, type QuestionId, type QuestionKind } from '@dangjian/domain/training'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { Alert, Anchor, Button, Card, Group, SimpleGrid, Stack, Text } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { PageHeading } from '@dangjian/ui/page-heading'
import { queryClient, useApi } from '@dangjian/door/api'
import { useDoorTexts } from '@dangjian/door/door-texts'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useRefusalWords, useWord } from '@dangjian/door/word'
import { useStudioTexts } from './studio-texts.ts'

const route = getRouteApi('/inside/studio/banks/$bankId/likenesses')

/** Pairs of questions that ask nearly the same, to compare and retire one of. */
export function BankLikenessesPage() {
  const t = useStudioTexts()
  const door = useDoorTexts()
  const api = useApi()
  const sayWhy = useRefusalWords()
  const bankId = route.useParams().bankId as BankId
  const bank = useQuery(api.training.showBank.queryOptions({ bankId }))
  const found = useQuery(api.training.findLikenesses.queryOptions({ bankId }))
  const retire = useMutation(
    api.training.retireQuestion.mutationOptions({
      onSuccess: async () => {
        notify({ text: t('question.retired') })
        await queryClient.invalidateQueries(api.training.pathFilter())
      },
    }),
  )
  return (
    <>
      <PageHeading
        title={t('alike.title')}
        suffix={door('own.product')}
        note={t('alike.lead')}
        trail={
          <Anchor component={Link} to={`/studio/banks/${bankId}`} size="sm">
            {bank.data?.title ?? t('bank.all')}
          </Anchor>
        }
      />
      {found.isPending ? <LoadingFace shape="cards" count={3} /> : null}
      {found.error ? <TroubleFace error={found.error} onRetry={() => void found.refetch()} /> : null}
      {retire.error ? (
        <Alert color="red" role="alert" mb="md">
          {sayWhy(retire.error)}
        </Alert>
      ) : null}
      {found.data?.partly ? <Text c="dimmed">{t('alike.partly')}</Text> : null}
      {found.data?.pairs.length === 0 ? <EmptyFace title={t('alike.none')}>{t('alike.noneLead')}</EmptyFace> : null}
      <Stack gap="md">
        {found.data?.pairs.map(({ first, second, share }) => (
          <Card key={`${first.id}${second.id}`} withBorder>
            <Text size="sm" fw={600} mb="xs">
              {t('alike.share', { percent: Math.round(share * 100) })}
            </Text>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              {[first, second].map((half) => (
                <Half
                  key={half.id}
                  {...half}
                  bankId={bankId}
                  busy={retire.isPending && retire.variables.questionId === half.id}
                  onRetire={() => retire.mutate({ questionId: half.id })}
                />
              ))}
            </SimpleGrid>
          </Card>
        ))}
      </Stack>
    </>
  )
}

function Half(props: {
  id: QuestionId
  bankId: BankId
  kind: QuestionKind
  category: string
  stem: string
  busy: boolean
  onRetire: () => void
}) {
  const t = useStudioTexts()
  const word = useWord()
  return (
    <div>
      <Text size="xs" c="dimmed">
        {word(questionKindWords, props.kind)} · {props.category || t('quiz.uncategorised')}
      </Text>
      <Text mb="xs">{props.stem}</Text>
      <Group gap="xs">
        <Button
          component={Link}
          to="/studio/banks/$bankId"
          params={{ bankId: props.bankId } as never}
          search={{ question: props.id } as never}
          size="compact-md"
          variant="default"
        >
          {t('alike.open')}
        </Button>
        <Button size="compact-md" variant="default" loading={props.busy} onClick={props.onRetire}>
          {t('alike.retire')}
        </Button>
      </Group>
    </div>
  )
}
