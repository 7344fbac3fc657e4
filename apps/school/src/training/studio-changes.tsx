import { courseChangeWords, type CourseChange } from '@dangjian/domain/training'
import { List, Text } from '@dangjian/ui/kit'
import { useWord } from '@dangjian/door/word'
import { useStudioTexts } from './studio-texts.ts'

/** What is different, in sentences. */
export function ChangeList({ changes }: { changes: readonly CourseChange[] }) {
  const t = useStudioTexts()
  const word = useWord()
  if (changes.length === 0) return <Text>{t('publish.unchanged')}</Text>
  return (
    <List spacing={4}>
      {changes.map(({ change, title, from, to }, index) => (
        <List.Item key={index}>
          {word(courseChangeWords, change, {
            title: title || t('course.untitledLesson'),
            from: from ?? t('quiz.noLimit'),
            to: to ?? t('quiz.noLimit'),
          })}
        </List.Item>
      ))}
    </List>
  )
}
