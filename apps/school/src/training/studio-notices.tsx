import { trainingRefusalWords } from '@dangjian/domain/training'
import { formatInstant } from '@dangjian/ui/date-format'
import { Alert, Button, Group, Text } from '@dangjian/ui/kit'
import { useLanguage } from '@dangjian/door/language'
import { useRefusalWords } from '@dangjian/door/word'
import type { CourseDraft } from './studio-draft.ts'
import { useStudioTexts } from './studio-texts.ts'

/** What must be said about saving: another trainer's save, a title that is too short, a refusal. */
export function StudioNotices({ draft }: { draft: CourseDraft }) {
  const t = useStudioTexts()
  const { language } = useLanguage()
  const sayWhy = useRefusalWords(trainingRefusalWords)
  const { conflict, mine, trouble, refreshedBy, fields } = draft
  return (
    <div role="region" aria-live="polite" aria-label={t('studio')}>
      {conflict ? (
        <Alert
          color="red"
          role="alert"
          mb="sm"
          title={t('saving.otherSaved', { name: conflict.by, at: formatInstant(conflict.at, language) })}
        >
          <Text size="sm" mb="xs">
            {t('saving.otherLead')}
          </Text>
          <Group gap="xs">
            <Button size="compact-md" variant="default" onClick={() => void draft.useTheirs()}>
              {t('saving.useTheirs')}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => void draft.keepMine()}>
              {t('saving.keepMine')}
            </Button>
          </Group>
        </Alert>
      ) : null}
      {mine ? (
        <Alert color="blue" mb="sm">
          <Text size="sm" mb="xs">
            {t('saving.nowTheirs')}
          </Text>
          <Group gap="xs">
            <Button size="compact-md" variant="default" onClick={draft.backToMine}>
              {t('saving.backToMine')}
            </Button>
            <Button size="compact-md" variant="subtle" color="gray" onClick={draft.forgetMine}>
              {t('saving.done')}
            </Button>
          </Group>
        </Alert>
      ) : null}
      {refreshedBy ? (
        <Alert color="blue" mb="sm">
          {t('saving.refreshed', { name: refreshedBy })}
        </Alert>
      ) : null}
      {fields && fields.title.trim().length < 2 ? (
        <Alert color="red" role="alert" mb="sm">
          {t('saving.titleShort')}
        </Alert>
      ) : null}
      {trouble ? (
        <Alert color="red" role="alert" mb="sm" title={t(trouble.final ? 'saving.refused' : 'saving.failed')}>
          {sayWhy(trouble.error)}
        </Alert>
      ) : null}
    </div>
  )
}
