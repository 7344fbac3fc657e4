import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { clausesOf } from '@dangjian/domain/tasks'
import { DateText } from '@dangjian/ui/date-text'
import { Anchor, Group, Modal, Text } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import { tasksByClause, type ShownPlan } from './plan-data.ts'
import classes from './plan.module.css'
import { TaskLink } from './task-link.tsx'
import type { PlanDraft } from './use-plan-draft.ts'

interface PlanFiguresProps {
  readonly shown: ShownPlan
  readonly draft: PlanDraft
  readonly editable: boolean
}

/** How much there is and how much is open: each figure leads to what it counts. */
export function PlanFigures({ shown, draft, editable }: PlanFiguresProps) {
  const t = useTexts('plans')
  const [listed, setListed] = useState(false)
  const clauses = clausesOf(draft.outline)
  const tasksOf = tasksByClause(shown.tasks)
  const unanswered = clauses.filter(({ id }) => !tasksOf.has(id)).length
  const tasks = shown.tasks.filter(({ state }) => state !== 'withdrawn')
  const { id: planId } = shown.plan
  return (
    <Group gap="md" mb="sm">
      <Text size="sm">
        <Anchor
          inherit
          renderRoot={(props) => <Link to="/tasks/plans/$planId" params={{ planId }} search={{}} {...props} />}
        >
          {t('page.clauses', { n: clauses.length })}
        </Anchor>
      </Text>
      <Text size="sm">
        {tasks.length === 0 ? (
          t('page.tasks', { n: 0 })
        ) : (
          <Anchor component="button" type="button" inherit onClick={() => setListed(true)}>
            {t('page.tasks', { n: tasks.length })}
          </Anchor>
        )}
      </Text>
      <Text size="sm">
        {unanswered === 0 ? (
          t('page.answered')
        ) : (
          <Anchor
            inherit
            c="var(--tone-attention-text)"
            renderRoot={(props) => (
              <Link to="/tasks/plans/$planId" params={{ planId }} search={{ unanswered: true }} {...props} />
            )}
          >
            {t('page.unanswered', { n: unanswered })}
          </Anchor>
        )}
      </Text>
      <Modal opened={listed} onClose={() => setListed(false)} title={t('page.tasksTitle')} size="lg">
        <ul className={classes.taskList}>
          {tasks.map((task) => (
            <li key={task.id}>
              <TaskLink workPlanId={planId} task={task} tabIndex={0} editable={editable} />
              <Text size="xs" c="dimmed">
                {t('page.due')} <DateText date={task.dueOn} />
              </Text>
            </li>
          ))}
        </ul>
      </Modal>
    </Group>
  )
}
