import { IconChevronDown, IconChevronUp, IconTrash } from '@dangjian/ui/icons'
import { ActionIcon, Button, Group, NumberInput, Text } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useStudioTexts } from './studio-texts.ts'
import classes from './studio.module.css'

interface QuizSlotRowProps {
  readonly number: number
  readonly last: boolean
  readonly label: string
  readonly text: string
  readonly warning: string | null
  /** Takes the newer version of the question; null where there is none. */
  readonly newer: (() => void) | null
  readonly marks: number
  readonly editable: boolean
  readonly onMarks: (marks: number) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** One place on the paper. */
export function QuizSlotRow(props: QuizSlotRowProps) {
  const t = useStudioTexts()
  const { number: n, editable } = props
  return (
    <li className={classes.slot}>
      <Text component="span" className="tabular" c="dimmed">
        {n}.
      </Text>
      <div className={classes.slotText}>
        <Text size="xs" c="dimmed">
          {props.label}
        </Text>
        <div>{props.text}</div>
        {props.warning ? <StateBadge tone="attention">{props.warning}</StateBadge> : null}
        {props.newer ? (
          <Group gap="xs" mt={4}>
            <StateBadge tone="active">{t('quiz.newer')}</StateBadge>
            {editable ? (
              <Button size="compact-sm" variant="default" onClick={props.newer}>
                {t('quiz.useNewer')}
              </Button>
            ) : null}
          </Group>
        ) : null}
      </div>
      <Group gap={4} wrap="nowrap">
        <NumberInput
          aria-label={`${t('quiz.marks')} ${n}`}
          w={104}
          suffix={t('quiz.marksUnit', { count: props.marks })}
          min={0.5}
          max={100}
          step={0.5}
          readOnly={!editable}
          value={props.marks}
          onChange={(value) => {
            const marks = Math.round(Number(value) * 2) / 2
            if (marks >= 0.5 && marks <= 100) props.onMarks(marks)
          }}
        />
        {editable ? (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('quiz.up', { n })}
              disabled={n === 1}
              onClick={() => props.onMove(-1)}
            >
              <IconChevronUp size={17} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('quiz.down', { n })}
              disabled={props.last}
              onClick={() => props.onMove(1)}
            >
              <IconChevronDown size={17} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('quiz.remove', { n })}
              onClick={props.onRemove}
            >
              <IconTrash size={17} />
            </ActionIcon>
          </>
        ) : null}
      </Group>
    </li>
  )
}
