import { useCallback, useEffect, useMemo, useRef, useState, type MouseEvent } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { adoptText, retitleItem, retitleSection, tasksRefusalWords, type ClauseId } from '@dangjian/domain/tasks'
import { useRefusalWords } from '@dangjian/door/word'
import { EmptyFace } from '@dangjian/ui/faces'
import { useHotkeys, useMediaQuery } from '@dangjian/ui/hooks'
import { Alert, Button, Group, SegmentedControl, Switch, Text, VisuallyHidden } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { SaveState } from '@dangjian/ui/save-state'
import { SplitPane } from '@dangjian/ui/split-pane'
import { useLanguage } from '@dangjian/door/language'
import { useTexts } from '../app/texts.ts'
import { editOutline, newClauseId, type OutlineAct } from './outline-edit.ts'
import { rowOf, rowsOf, type OutlineRow } from './outline-rows.ts'
import { OutlineToolbar } from './outline-toolbar.tsx'
import { OutlineTree, type Caret } from './outline-tree.tsx'
import { PlanConflict } from './plan-conflict.tsx'
import { tasksByClause, type ShownPlan } from './plan-data.ts'
import { PlanDoubts } from './plan-doubts.tsx'
import { PlanKeys } from './plan-keys.tsx'
import type { PlanSearch } from './plan-search.ts'
import { PlanSourceView } from './plan-source-view.tsx'
import classes from './plan.module.css'
import { reveal } from './reveal.ts'
import { rowConcerned, useFocusKept } from './use-focus-kept.ts'
import { useDoubts } from './use-doubts.ts'
import type { PlanDraft } from './use-plan-draft.ts'

interface PlanEditorProps {
  readonly shown: ShownPlan
  readonly draft: PlanDraft
  readonly editable: boolean
  readonly search: PlanSearch
}

/** The document's text and its outline, bound to each other, mended by key; and beside each clause what answers it. */
export function PlanEditor({ shown, draft, editable, search }: PlanEditorProps) {
  const t = useTexts('plans')
  const { words } = useLanguage()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const navigate = useNavigate()
  const narrow = useMediaQuery('(max-width: 61.99em)', undefined, { getInitialValueInEffect: false })
  const { id: workPlanId, sourceText } = shown.plan
  const { outline } = draft
  const tasksOf = useMemo(() => tasksByClause(shown.tasks), [shown.tasks])
  const answered = useCallback((id: ClauseId) => tasksOf.has(id), [tasksOf])
  const all = useMemo(() => rowsOf(outline), [outline])
  const rows = useMemo(
    () => (search.unanswered ? rowsOf(outline, (id) => !tasksOf.has(id)) : all),
    [all, outline, search.unanswered, tasksOf],
  )
  const [current, setCurrent] = useState<string | null>(search.at ?? null)
  const [hovered, setHovered] = useState<string | null>(null)
  const [caret, setCaret] = useState<Caret | null>(null)
  const [retitling, setRetitling] = useState<string | null>(null)
  const [pane, setPane] = useState<'source' | 'outline' | 'answers'>('outline')
  const [focusWanted, setFocusWanted] = useState<string | null>(search.at ?? null)
  const frame = useRef<HTMLDivElement>(null)
  const pointed = useRef(false)
  const row = all.find(({ key }) => key === current)
  const doubts = useDoubts(sourceText, outline, editable && shown.plan.state === 'draft')

  useEffect(() => {
    if (focusWanted === null) return
    const element = frame.current?.querySelector<HTMLElement>(`[role="treeitem"][data-key="${focusWanted}"]`)
    setFocusWanted(null)
    element?.focus({ preventScroll: true })
    reveal(element)
  }, [focusWanted, rows])
  useEffect(() => {
    if (hovered) reveal(frame.current?.querySelector(`[role="treeitem"][data-key="${hovered}"]`))
  }, [hovered])

  // Whichever came last, pointer or focus, is what is lit.
  const onCurrent = useCallback((key: string) => {
    pointed.current = false
    setCurrent(key)
    setHovered(null)
    // Only where one stands is a place to cut at.
    setCaret((before) => (before?.key === key ? before : null))
  }, [])
  // Rows that scroll under a pointer at rest are not pointed at.
  const onHover = useCallback((key: string | null) => {
    if (pointed.current || key === null) setHovered(key)
  }, [])
  const onPointer = (event: MouseEvent<HTMLElement>) => {
    if (pointed.current || (event.movementX === 0 && event.movementY === 0)) return
    pointed.current = true
    setHovered((event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset.key ?? null)
  }
  const focusRow = (key: string) => {
    setCurrent(key)
    setFocusWanted(key)
  }
  const said = useFocusKept(outline, rows, current, (key, focused) => (focused ? focusRow(key) : setCurrent(key)))
  const changeOutline = (next: typeof outline, focus: string) => {
    draft.change({ outline: next })
    setCaret(null)
    focusRow(focus)
  }
  const step = (to: typeof outline | undefined, go: () => void) => {
    if (!editable || !to) return
    const concerned = rowConcerned(all, rowsOf(to))
    go()
    setCaret(null)
    if (!concerned) return
    const held = document.activeElement?.closest('[role="toolbar"]')
    if (held) setCurrent(concerned.key)
    else focusRow(concerned.key)
  }
  const undo = () => step(draft.before, draft.undo)
  const redo = () => step(draft.after, draft.redo)
  const edit = (act: OutlineAct, on: OutlineRow | undefined) =>
    editOutline(act, {
      outline,
      source: sourceText,
      row: on,
      caret: caret && caret.key === on?.key ? caret.at : null,
      answered,
    })
  const act = (asked: OutlineAct) => {
    const done = edit(asked, row)
    if ('outline' in done) changeOutline(done.outline, done.focus)
    else notify({ id: 'outline-reason', text: t(`reason.${done.reason}`), tone: 'neutral' })
  }
  const retitled = (of: OutlineRow, to: { number: string; title: string }) => {
    setRetitling(null)
    const number = Math.min(999, Math.max(0, Number.parseInt(to.number, 10) || 0))
    const next =
      of.kind === 'item'
        ? retitleItem(outline, of.sectionIndex, of.itemIndex, { number, title: to.title })
        : retitleSection(outline, of.sectionIndex, to)
    changeOutline(next, of.key)
  }
  const adopt = (place: { start: number; end: number }) => {
    const id = newClauseId()
    changeOutline(adoptText(outline, sourceText, place, id), id)
  }
  const makeTask = async (of: OutlineRow) => {
    if (of.kind !== 'clause') return
    await draft.flush()
    await navigate({
      to: '/tasks/plans/$planId/tasks/new',
      params: { planId: workPlanId },
      search: { clause: of.clause.id },
    })
  }
  const showDoubt = (index: number) => {
    const doubt = doubts.open[index]
    if (!doubt) return
    doubts.goTo(index)
    const found = rowOf(doubt, all)
    if (found) focusRow(found.key)
    if (narrow) setPane(found ? 'outline' : 'source')
  }
  const nextDoubt = () => showDoubt((doubts.at + 1) % Math.max(1, doubts.open.length))
  useHotkeys([
    ['mod+Z', undo],
    ['mod+Y', redo],
    ['mod+shift+Z', redo],
    ['mod+S', () => void draft.flush()],
    ['F8', nextDoubt],
  ])

  const source = (
    <PlanSourceView
      source={sourceText}
      outline={outline}
      lit={hovered ?? current}
      at={doubts.open[doubts.at]?.at ?? null}
      onHover={onHover}
      onChoose={focusRow}
      onAdopt={editable ? adopt : undefined}
    />
  )
  const tree = (
    <div data-pane={narrow ? pane : 'both'} className={classes.outline}>
      <div className={classes.head} aria-hidden>
        <span>{t('editor.outline')}</span>
        <span>{t('editor.answers')}</span>
      </div>
      {rows.length === 0 ? <EmptyFace order={3} title={t('editor.allAnswered')} /> : null}
      <OutlineTree
        workPlanId={workPlanId}
        rows={rows}
        tasksOf={tasksOf}
        current={current}
        lit={hovered ?? current}
        caret={caret}
        retitling={retitling}
        editable={editable}
        onCurrent={onCurrent}
        onHover={onHover}
        onCaret={setCaret}
        onAct={act}
        onRetitle={(key) => {
          setRetitling(key)
          if (key === null && current) setFocusWanted(current)
        }}
        onRetitled={retitled}
        onMakeTask={(of) => void makeTask(of)}
      />
    </div>
  )
  return (
    <div ref={frame} onMouseMove={onPointer}>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {draft.conflict ? <PlanConflict plan={shown.plan} draft={draft} conflict={draft.conflict} /> : null}
      {draft.failure ? (
        <Alert color="red" role="alert" mb="md">
          {sayWhy(draft.failure)}{' '}
          <Button size="compact-sm" variant="default" onClick={() => void draft.flush()}>
            {words.retry}
          </Button>
        </Alert>
      ) : null}
      <PlanDoubts doubts={doubts.open} at={doubts.at} onNext={nextDoubt} onFine={doubts.settle} />
      <Group justify="space-between" gap="xs" mb="xs" wrap="wrap" className={classes.bar ?? ''}>
        {editable && narrow && pane !== 'outline' ? null : editable ? (
          <OutlineToolbar
            canUndo={draft.canUndo}
            canRedo={draft.canRedo}
            onUndo={undo}
            onRedo={redo}
            reasonOf={(asked) => {
              const done = edit(asked, row)
              return 'reason' in done ? done.reason : null
            }}
            onAct={act}
            canRetitle={row !== undefined && row.kind !== 'clause'}
            onRetitle={() => row && setRetitling(row.key)}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {t('editor.readOnly')}
          </Text>
        )}
        <Group gap="md">
          {editable ? <SaveState saving={draft.saving} /> : null}
          <Switch
            label={t('editor.only')}
            checked={search.unanswered === true}
            onChange={(event) =>
              void navigate({
                to: '/tasks/plans/$planId',
                params: { planId: workPlanId },
                search: event.currentTarget.checked ? { unanswered: true } : {},
                replace: true,
              })
            }
          />
        </Group>
      </Group>
      {narrow ? (
        <>
          <SegmentedControl
            fullWidth
            aria-label={t('editor.panes')}
            value={pane}
            onChange={(value) => setPane(value as typeof pane)}
            data={(['source', 'outline', 'answers'] as const).map((value) => ({ value, label: t(`editor.${value}`) }))}
            mb="sm"
          />
          {pane === 'source' ? source : tree}
        </>
      ) : (
        <>
          <SplitPane
            name="plan"
            startLabel={t('editor.source')}
            endLabel={t('editor.outline')}
            initial={40}
            height="max(26rem, calc(100dvh - 21.5rem))"
            start={source}
            end={tree}
          />
          {editable ? <PlanKeys doubts={doubts.open.length > 0} /> : null}
        </>
      )}
    </div>
  )
}
