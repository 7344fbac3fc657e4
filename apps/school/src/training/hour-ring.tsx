import { Link } from '@tanstack/react-router'
import { Anchor, Group, Stack, Text } from '@dangjian/ui/kit'
import { ProgressRing } from '@dangjian/ui/progress-ring'
import { useLearningTexts } from './learning-texts.ts'

export interface HourFigures {
  readonly cycle: number
  readonly total: number
  readonly online: number
  readonly class: number
  readonly requirement: {
    readonly hours: number
    readonly missingHours: number
    readonly missingClass: boolean
    readonly met: boolean
  } | null
}

/** The year's hours as a ring of the two kinds, and what is missing, in words. */
export function HourRing({ hours, link = true }: { hours: HourFigures; link?: boolean }) {
  const t = useLearningTexts()
  const { total, online, requirement } = hours
  const missing = requirement
    ? requirement.met
      ? [t('hours.met')]
      : [
          ...(requirement.missingHours > 0 ? [t('hours.missing', { count: requirement.missingHours })] : []),
          ...(requirement.missingClass ? [t('hours.missingClass')] : []),
        ]
    : []
  const [onlineWords, classWords] = [t('hours.online', { hours: online }), t('hours.class', { hours: hours.class })]
  return (
    <Group gap="lg" wrap="nowrap" align="center">
      <ProgressRing
        size={116}
        parts={[
          { label: onlineWords, value: online },
          { label: classWords, value: hours.class },
        ]}
        whole={requirement?.hours ?? Math.max(1, total)}
        figure={String(total)}
        caption={requirement ? t('hours.of', { hours: requirement.hours }) : t('hours.none')}
        label={t('hours.ring', { total, online, class: hours.class, rest: missing.join('，') })}
      />
      <Stack gap={2}>
        <Text size="sm">{onlineWords}</Text>
        <Text size="sm">{classWords}</Text>
        {missing.map((words) => (
          <Text key={words} size="sm" c="dimmed">
            {words}
          </Text>
        ))}
        {link ? (
          <Anchor component={Link} to="/me" size="sm">
            {t('hours.open')}
          </Anchor>
        ) : null}
      </Stack>
    </Group>
  )
}
