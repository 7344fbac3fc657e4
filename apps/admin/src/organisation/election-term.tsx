import { useState } from 'react'
import { remindersOf } from '@dangjian/domain/organisation'
import { formatDate } from '@dangjian/ui/date-format'
import { Box, Button, Text } from '@dangjian/ui/kit'
import { useLanguage } from '@dangjian/door/language'
import { useMay } from '@dangjian/door/session'
import { useTexts } from '../app/texts.ts'
import { DocumentLink } from './document-link.tsx'
import { ExceptionDialog } from './exception-dialog.tsx'
import type { ShownUnit } from './organisation-data.ts'

/** When an election is due and reminded of, and by which approval it was moved. */
export function ElectionTerm({ shown }: { shown: ShownUnit }) {
  const t = useTexts('electionCourse')
  const { language } = useLanguage()
  const { term } = shown
  if (!term) return null
  const day = (date: string): string => formatDate(date, language)
  const reminders = remindersOf(term.dueOn)
  const rule = reminders.find((each) => each.basis === 'rule')
  const [first, second] = reminders.filter((each) => each.basis === 'default')
  const { moved } = term
  return (
    <Box mb="sm">
      <div>{t('due', { date: day(term.dueOn) })}</div>
      {moved ? (
        <div>
          {t(term.dueOn > term.endsOn ? 'moved.later' : 'moved.earlier', {
            ends: day(term.endsOn),
            approved: day(moved.approvedOn),
            until: day(term.dueOn),
          })}{' '}
          <DocumentLink document={moved.document} />
        </div>
      ) : null}
      {term.standing === 'running' ? null : (
        <Text size="sm" c="dimmed">
          {rule ? t('rule', { date: day(rule.on) }) : null}{' '}
          {first && second ? t('ownReminders', { first: day(first.on), second: day(second.on) }) : null}
        </Text>
      )}
    </Box>
  )
}

/** The superior's approval of a later or an earlier day. */
export function MoveElection({ shown }: { shown: ShownUnit }) {
  const t = useTexts('electionCourse')
  const may = useMay()
  const [open, setOpen] = useState(false)
  const { unit, term } = shown
  if (!term || !may('organisation.approve-exception')) return null
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t('moved.act')}
      </Button>
      {open ? (
        <ExceptionDialog
          unitId={unit.id}
          warning={unit.tier === 1 ? 'society-term-due' : 'election-due'}
          termEndsOn={term.endsOn}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
