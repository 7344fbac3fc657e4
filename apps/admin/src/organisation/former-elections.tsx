import { useState } from 'react'
import { Button } from '@dangjian/ui/kit'
import { Timeline } from '@dangjian/ui/timeline'
import { useTexts } from '../app/texts.ts'
import { useTakenEntry } from './election-entry.tsx'
import type { ElectionCourse } from './organisation-data.ts'

interface FormerElectionsProps {
  readonly courses: ElectionCourse['courses']
  readonly withdrawal: (id: string) => (() => void) | undefined
}

/** Elections that were brought to their end, the latest first, to be looked at. */
export function FormerElections({ courses, withdrawal }: FormerElectionsProps) {
  const t = useTexts('electionCourse')
  const takenEntry = useTakenEntry()
  const [shown, setShown] = useState(false)
  if (courses.length === 0) return null
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        mt="xs"
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        {t('former', { count: courses.length })}
      </Button>
      {shown
        ? courses
            .toReversed()
            .map((course) => (
              <Timeline
                key={course[0]?.id}
                label={t('former', { count: courses.length })}
                entries={course.map((step) => takenEntry(step, withdrawal(step.id)))}
              />
            ))
        : null}
    </>
  )
}
