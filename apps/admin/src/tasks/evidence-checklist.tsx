import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { missingEvidence, tasksRefusalWords, type EvidenceRequirement } from '@dangjian/domain/tasks'
import { useApi } from '@dangjian/door/api'
import { useRefusalWords } from '@dangjian/door/word'
import { IconCircleCheck, IconCircleDashed, IconFileText, IconPaperclip, IconPlus, IconX } from '@dangjian/ui/icons'
import { ActionIcon, Button, Group, Text, UnstyledButton } from '@dangjian/ui/kit'
import { notify } from '@dangjian/ui/notify'
import { useTexts } from '../app/texts.ts'
import { refreshAssignments, type Evidence, type ShownAssignment } from './assignment-data.ts'
import classes from './assignment.module.css'
import { EvidenceDrawer } from './evidence-drawer.tsx'
import { EvidenceForm } from './evidence-form.tsx'
import { focusNext } from './focus-heading.ts'

/** The wanted pieces, each ticked once something answers it, and what was attached beside them. */
export function EvidenceChecklist({ shown, canWork }: { shown: ShownAssignment; canWork: boolean }) {
  const t = useTexts('assignments')
  const { task, evidence } = shown
  /** The forms that were opened: what was typed into one outlives its folding and the opening of others. */
  const [forms, setForms] = useState<Readonly<Record<string, 'open' | 'folded' | undefined>>>({})
  const turn = (key: string, form: 'open' | 'folded' | undefined) => setForms((now) => ({ ...now, [key]: form }))
  const rowOf = (key: string) => document.getElementById(`evidence-${key}`)
  const open = (key: string) => {
    turn(key, 'open')
    focusNext(() => rowOf(key)?.querySelector<HTMLElement>(`.${classes.adding} :is(button, textarea)`))
  }
  /** Who stood in the form, or nowhere since it went, stands on its row. */
  const leave = (key: string, form: 'folded' | undefined) => {
    const active = document.activeElement
    turn(key, form)
    if (active === document.body || rowOf(key)?.contains(active)) focusNext(() => rowOf(key))
  }
  const [reading, setReading] = useState<Evidence | null>(null)
  const missing = new Set(
    missingEvidence(
      task.evidence,
      evidence.map((each) => ({ ...each, withdrawnAt: null })),
    ).map(({ key }) => key),
  )
  const others = evidence.filter(({ requirementKey }) => requirementKey === null)
  const row = (key: string, label: string, requirement: EvidenceRequirement | null, pieces: readonly Evidence[]) => {
    const done = requirement ? !missing.has(requirement.key) : pieces.length > 0
    const Mark = done ? IconCircleCheck : IconCircleDashed
    return (
      <li key={key} id={`evidence-${key}`} tabIndex={-1} className={classes.checkRow}>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <Mark size={20} className={classes.checkMark} data-done={done || undefined} aria-hidden />
          <div className={classes.checkWords}>
            <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
              <Text size="sm" fw={500}>
                {label}
                {requirement ? (
                  <Text span size="xs" c="dimmed">
                    {t(
                      done
                        ? 'evidence.given'
                        : requirement.kind === 'file'
                          ? 'evidence.wantsFile'
                          : 'evidence.wantsText',
                    )}
                  </Text>
                ) : null}
              </Text>
              {canWork && forms[key] !== 'open' ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconPlus size={14} aria-hidden />}
                  aria-label={t('evidence.addTo', { label })}
                  onClick={() => open(key)}
                >
                  {t('evidence.add')}
                </Button>
              ) : null}
            </Group>
            {pieces.map((piece) => (
              <EvidencePiece key={piece.id} piece={piece} canWork={canWork} onOpen={() => setReading(piece)} />
            ))}
            {forms[key] ? (
              <div className={classes.adding} hidden={forms[key] === 'folded'}>
                <EvidenceForm
                  assignmentId={shown.assignment.id}
                  requirement={requirement}
                  onDone={() => leave(key, undefined)}
                />
                <Button size="compact-sm" variant="subtle" color="gray" onClick={() => leave(key, 'folded')}>
                  {t('evidence.fold')}
                </Button>
              </div>
            ) : null}
          </div>
        </Group>
      </li>
    )
  }
  const labelOf = (piece: Evidence) =>
    task.evidence.find(({ key }) => key === piece.requirementKey)?.label ?? t('evidence.other')
  return (
    <>
      <ul className={classes.checklist}>
        {task.evidence.map((requirement) =>
          row(
            requirement.key,
            requirement.label,
            requirement,
            evidence.filter(({ requirementKey }) => requirementKey === requirement.key),
          ),
        )}
        {others.length > 0 || canWork ? row('', t('evidence.other'), null, others) : null}
      </ul>
      {reading ? (
        <EvidenceDrawer
          evidence={reading}
          label={reading.file?.name ?? labelOf(reading)}
          onClose={() => setReading(null)}
        />
      ) : null}
    </>
  )
}

interface EvidencePieceProps {
  readonly piece: Evidence
  readonly canWork: boolean
  readonly onOpen: () => void
}

function EvidencePiece({ piece, canWork, onOpen }: EvidencePieceProps) {
  const t = useTexts('assignments')
  const api = useApi()
  const sayWhy = useRefusalWords(tasksRefusalWords)
  const withdraw = useMutation(
    api.tasks.withdrawEvidence.mutationOptions({
      onSuccess: async () => {
        notify({ text: t('evidence.withdrawn'), tone: 'neutral' })
        await refreshAssignments()
      },
      onError: (error) => notify({ text: sayWhy(error), tone: 'bad' }),
    }),
  )
  const name = piece.file?.name ?? piece.text
  const Mark = piece.file ? IconPaperclip : IconFileText
  return (
    <Group gap={4} wrap="nowrap" className={classes.piece}>
      <UnstyledButton
        className={classes.pieceName}
        onClick={onOpen}
        title={t('evidence.read', { name: piece.file?.name ?? '' })}
      >
        <Mark size={16} aria-hidden />
        <span>{name}</span>
      </UnstyledButton>
      {canWork ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          loading={withdraw.isPending}
          aria-label={t('evidence.withdraw', { name: name.slice(0, 40) })}
          onClick={() => withdraw.mutate({ evidenceId: piece.id })}
        >
          <IconX size={16} />
        </ActionIcon>
      ) : null}
    </Group>
  )
}
