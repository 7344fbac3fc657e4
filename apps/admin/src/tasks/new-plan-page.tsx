import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { parseOutline, type Outline } from '@dangjian/domain/tasks'
import { Anchor } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { useTexts } from '../app/texts.ts'
import { NewPlanOutline } from './new-plan-outline.tsx'
import { NewPlanSource, type SourceText } from './new-plan-source.tsx'

interface ReadDocument extends SourceText {
  readonly outline: Outline
}

/** From the document to the year's plan: first its text, then its outline with the doubts, then the plan. */
export function NewPlanPage() {
  const t = useTexts('newPlan')
  const frame = useTexts('frame')
  const [read, setRead] = useState<ReadDocument | null>(null)
  const [pasted, setPasted] = useState('')
  return (
    <>
      <PageHeading
        title={t('title')}
        suffix={frame('product')}
        note={t('note')}
        trail={
          <Anchor size="sm" renderRoot={(props) => <Link to="/tasks/plans" {...props} />}>
            {t('back')}
          </Anchor>
        }
      />
      {read ? (
        <NewPlanOutline text={read.text} name={read.name} outline={read.outline} onOther={() => setRead(null)} />
      ) : (
        <NewPlanSource
          pasted={pasted}
          onPasted={setPasted}
          onText={(source) => {
            const outline = parseOutline(source.text)
            if (outline.ok) setRead({ ...source, outline: outline.value })
            return outline.ok ? null : outline.refusal
          }}
        />
      )}
    </>
  )
}
