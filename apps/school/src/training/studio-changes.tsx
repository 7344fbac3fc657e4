import { courseChangeWords, type CourseChange } from '@dangjian/domain/training'
import { List, Text } from '@dangjian/ui/kit'
import { useWord } from '@dangjian/door/word'
import { useStudioTexts } from './studio-texts.ts'

/** A difference as a sentence. */
export function useChangeWords(): (change: CourseChange) => string {
  const t = useStudioTexts()
  const word = useWord()
  return ({ change, title, from, to }) =>
    word(courseChangeWords, change, {
      title: title || t('course.untitledLesson'),
      from: from ?? t('quiz.noLimit'),
      to: to ?? t('quiz.noLimit'),
    })
}

/** What is different, in sentences. */
export function ChangeList({ changes }: { changes: readonly CourseChange[] }) {
  const t = useStudioTexts()
  const changeWords = useChangeWords()
  if (changes.length === 0) return <Text>{t('publish.unchanged')}</Text>
  return (
    <List spacing={4}>
      {changes.map((change, index) => (
        <List.Item key={index}>{changeWords(change)}</List.Item>
      ))}
    </List>
  )
}
