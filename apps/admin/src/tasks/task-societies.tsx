import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { SocietyCategory, societyCategoryWords } from '@dangjian/domain/organisation'
import { AssignmentState, assignmentStateWords } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useWord } from '@dangjian/door/word'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { FilterBar } from '@dangjian/ui/filter-bar'
import { Button, Select, Switch } from '@dangjian/ui/kit'
import { useTexts } from '../app/texts.ts'
import { ExportAssignments } from './export-assignments.tsx'
import type { ShownTask } from './plan-data.ts'
import type { TaskSearch } from './plan-search.ts'
import { TaskChosenActs } from './task-chosen-acts.tsx'
import { TaskSocietyTable } from './task-society-table.tsx'
import { TaskStanding } from './task-standing.tsx'
import classes from './task-page.module.css'

interface TaskSocietiesProps {
  readonly task: ShownTask['task']
  readonly standing: ShownTask['standing']
  readonly search: TaskSearch
  /** May remind, put off and take back. */
  readonly planner: boolean
}

/** The societies that have the task: how they stand at a glance, then each of them. */
export function TaskSocieties({ task, standing, search, planner }: TaskSocietiesProps) {
  const t = useTexts('tasks')
  const word = useWord()
  const navigate = useNavigate()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const filter = { taskId: task.id, state: search.state, category: search.category, overdue: search.overdue ?? false }
  const list = useQuery({
    ...useApi().tasks.listTaskAssignments.queryOptions(filter),
    placeholderData: (before) => before,
  })
  const go = (next: TaskSearch) => {
    setSelected(new Set())
    void navigate({ to: '/tasks/tasks/$taskId', params: { taskId: task.id }, search: next, replace: true })
  }
  const rows = list.data?.rows ?? []
  const filtered = Object.values(search).some((value) => value !== undefined)
  const nothing = filtered ? (
    <EmptyFace
      order={3}
      title={t('list.nothing')}
      act={
        <Button variant="default" onClick={() => go({})}>
          {t('list.showAll')}
        </Button>
      }
    />
  ) : (
    <EmptyFace order={3} title={t('list.empty')}>
      {t('list.emptyLead')}
    </EmptyFace>
  )
  return (
    <section aria-labelledby="task-standing">
      <h2 id="task-standing" className={classes.title}>
        {t('page.standing')}
      </h2>
      <TaskStanding taskId={task.id} standing={standing} search={search} />
      <FilterBar {...(filtered ? { onClear: () => go({}) } : {})} end={<ExportAssignments filter={filter} />}>
        <Select
          aria-label={t('list.state')}
          placeholder={t('list.anyState')}
          clearable
          w={150}
          data={AssignmentState.options.map((value) => ({ value, label: word(assignmentStateWords, value) }))}
          value={search.state ?? null}
          onChange={(value) => go({ ...search, state: (value as AssignmentState | null) ?? undefined })}
        />
        <Select
          aria-label={t('list.category')}
          placeholder={t('list.anyCategory')}
          clearable
          w={150}
          data={SocietyCategory.options.map((value) => ({ value, label: word(societyCategoryWords, value) }))}
          value={search.category ?? null}
          onChange={(value) => go({ ...search, category: (value as SocietyCategory | null) ?? undefined })}
        />
        <Switch
          style={{ alignSelf: 'center' }}
          label={t('list.overdueOnly')}
          checked={search.overdue === true}
          onChange={(event) => go({ ...search, overdue: event.currentTarget.checked || undefined })}
        />
      </FilterBar>
      {list.isPending ? <LoadingFace /> : null}
      {list.error ? <TroubleFace error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data ? (
        <TaskSocietyTable
          rows={rows}
          stale={list.isPlaceholderData}
          empty={nothing}
          selection={
            planner
              ? {
                  selected,
                  onSelect: setSelected,
                  selectionActs: (
                    <TaskChosenActs
                      task={task}
                      chosen={rows.filter(({ id }) => selected.has(id))}
                      onDone={() => setSelected(new Set())}
                    />
                  ),
                }
              : {}
          }
        />
      ) : null}
    </section>
  )
}
