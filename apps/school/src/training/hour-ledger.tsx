import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { hourModeWords, hourReasonWords, requirementGroupWords } from '@dangjian/domain/training'
import { InstantText } from '@dangjian/ui/date-text'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { Button, Group, Select, Stack, Text, Title } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useApi } from '@dangjian/door/api'
import { useLanguage } from '@dangjian/door/language'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useWord } from '@dangjian/door/word'
import { HourRing } from './hour-ring.tsx'
import { useLearningTexts } from './learning-texts.ts'
import classes from './learning.module.css'

const route = getRouteApi('/inside/me')

/** The ledger of a year: what is asked and by what source, what is there, and where each hour comes from. */
export function HourLedger() {
  const t = useLearningTexts()
  const word = useWord()
  const navigate = useNavigate()
  const { language } = useLanguage()
  const { cycle } = route.useSearch()
  const hours = useQuery({
    ...useApi().training.showHours.queryOptions({ cycle }),
    placeholderData: (before) => before,
  })
  if (hours.isPending) return <LoadingFace shape="cards" count={1} />
  if (hours.error) return <TroubleFace error={hours.error} onRetry={() => void hours.refetch()} />
  const { summary, cycles, entries, rule } = hours.data
  const { requirement } = summary
  return (
    <section aria-labelledby="ledger">
      <Group justify="space-between" align="flex-end" mb="sm">
        <Title order={2} size="h4" id="ledger">
          {t('me.ledger')}
        </Title>
        <Select
          aria-label={t('me.cycle')}
          w={110}
          allowDeselect={false}
          data={cycles.map(String)}
          value={String(summary.cycle)}
          onChange={(year) => void navigate({ to: '/me', search: year ? { cycle: Number(year) } : {}, replace: true })}
        />
      </Group>
      <div className={classes.card}>
        <HourRing hours={summary} link={false} />
        <Stack gap={2} mt="md">
          {requirement ? (
            <>
              <Text size="sm">
                {t('me.requirement', {
                  group: word(requirementGroupWords, requirement.group),
                  hours: requirement.hours,
                })}
                {requirement.classNeeded ? t('me.withClass') : ''}
              </Text>
              <Text size="sm" c="dimmed">
                {t('me.source', { source: requirement.source[language] })}
                {requirement.verified ? '' : ` ${t('me.unverified', { year: requirement.toYear })}`}
              </Text>
            </>
          ) : null}
          <Text size="sm" c="dimmed">
            {t('me.rule', { source: rule.source[language] })}
          </Text>
        </Stack>
      </div>
      <Title order={3} size="h5" mt="md" mb={4}>
        {t('me.entries')}
      </Title>
      {entries.length === 0 ? (
        <EmptyFace
          order={3}
          title={t('me.none', { year: summary.cycle })}
          act={
            <Button component={Link} to="/courses" variant="default">
              {t('home.allCourses')}
            </Button>
          }
        >
          {t('me.noneLead')}
        </EmptyFace>
      ) : null}
      <ul className={classes.rows}>
        {entries.map((entry) => (
          <li key={entry.id} className={classes.lesson}>
            <span className={classes.lessonWords}>
              <span className={classes.rowTitle}>{entry.sourceTitle}</span>
              <span className={classes.rowNote}>
                <span>
                  {t('me.entryWhy', {
                    reason: word(hourReasonWords, entry.reason),
                    mode: word(hourModeWords, entry.mode),
                  })}
                </span>
                <InstantText at={entry.at} />
              </span>
              {entry.note === null ? null : (
                <Text size="sm" c="dimmed">
                  {t('me.entryNote', { note: entry.note })}
                </Text>
              )}
            </span>
            {entry.corrected ? (
              <StateBadge plain tone="neutral">
                {t('me.entryCorrected')}
              </StateBadge>
            ) : null}
            <Text fw={600} className="tabular" td={entry.corrected ? 'line-through' : undefined}>
              {entry.hours > 0 ? `+${entry.hours}` : entry.hours}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
