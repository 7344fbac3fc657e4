import { ApprovableWarning, approvableWarningWords, unitEventActionWords } from '@dangjian/domain/organisation'
import { DateText } from '@dangjian/ui/date-text'
import { Timeline } from '@dangjian/ui/timeline'
import { useWord } from '@dangjian/door/word'
import { useTexts } from '../app/texts.ts'
import { DocumentLink } from './document-link.tsx'
import { toneOfState, type ShownUnit } from './organisation-data.ts'
import { UnitSection } from './unit-section.tsx'

type Event = ShownUnit['events'][number]

/** Everything that happened to a unit, newest first, each with its day, its paper and who entered it. */
export function UnitTimeline({ shown }: { shown: ShownUnit }) {
  const t = useTexts('unit')
  const word = useWord()
  return (
    <UnitSection title={t('timeline.title')}>
      <Timeline
        label={t('timeline.title')}
        entries={shown.events.map((event) => ({
          key: event.id,
          tone: toneOfState[event.toState],
          title: word(unitEventActionWords, event.action),
          note: (
            <>
              <DateText date={event.happenedOn} settled />
              {event.recordedByName ? ` · ${t('timeline.by', { name: event.recordedByName })}` : ''}
            </>
          ),
          body: <EventBody event={event} />,
        }))}
      />
    </UnitSection>
  )
}

function EventBody({ event }: { event: Event }) {
  const t = useTexts('unit')
  const word = useWord()
  const approved = event.action === 'approve-exception' ? ApprovableWarning.safeParse(event.note).data : undefined
  return (
    <>
      {event.action === 'rename' && event.name ? <div>{t('timeline.renamed', { name: event.name })}</div> : null}
      {approved ? <div>{t('timeline.exception', { what: word(approvableWarningWords, approved) })}</div> : null}
      {event.note && !approved && event.action !== 'rename' ? <div>{event.note}</div> : null}
      <DocumentLink document={event.document} />
    </>
  )
}
