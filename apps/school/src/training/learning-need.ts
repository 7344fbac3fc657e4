import { useCallback } from 'react'
import { lessonNeedWords, type LessonNeed } from '@dangjian/domain/training'
import { formatDuration } from '@dangjian/ui/date-format'
import { useWord } from '@dangjian/door/word'

/** What a lesson still needs, in words. */
export function useNeedWords(): (need: LessonNeed) => string {
  const word = useWord()
  return useCallback(
    (need: LessonNeed) => {
      const { need: term, ...figures } = need
      return word(
        lessonNeedWords,
        term,
        'seconds' in figures ? { time: formatDuration(figures.seconds) } : { ...figures },
      )
    },
    [word],
  )
}
