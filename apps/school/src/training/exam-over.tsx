import { Loader, Stack, Text, Title } from '@dangjian/ui/kit'
import { useLearningTexts } from './learning-texts.ts'

/** Between the end of time and the result. */
export function ExamOver() {
  const t = useLearningTexts()
  return (
    <Stack align="center" py="xl" role="status">
      <Loader aria-hidden />
      <Title order={1} size="h3">
        {t('exam.over')}
      </Title>
      <Text c="dimmed">{t('exam.overLead')}</Text>
    </Stack>
  )
}
