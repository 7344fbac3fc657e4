import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  changeLesson,
  lessonsOf,
  trainingRefusalWords,
  type CourseContent,
  type CourseId,
} from '@dangjian/domain/training'
import { InstantText } from '@dangjian/ui/date-text'
import { EmptyFace, LoadingFace } from '@dangjian/ui/faces'
import { IconDeviceMobile, IconHistory, IconListTree } from '@dangjian/ui/icons'
import { Alert, Anchor, Button, Drawer, Group, Stack } from '@dangjian/ui/kit'
import { useMediaQuery } from '@dangjian/ui/hooks'
import { PageHeading } from '@dangjian/ui/page-heading'
import { ReasonedButton } from '@dangjian/ui/reasoned-button'
import { SaveState } from '@dangjian/ui/save-state'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useDoorTexts } from '@dangjian/door/door-texts'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useMay } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { CourseForm } from './studio-course-form.tsx'
import { CourseStateBadge } from './studio-course-table.tsx'
import { useCourseDraft, type CourseDraft } from './studio-draft.ts'
import { LessonEditor, SectionEditor } from './studio-editor.tsx'
import { StudioHistory } from './studio-history.tsx'
import { StudioNotices } from './studio-notices.tsx'
import { StudioPreview } from './studio-preview.tsx'
import { StudioPublish } from './studio-publish.tsx'
import { LessonSettings } from './studio-settings.tsx'
import { useStudioTexts } from './studio-texts.ts'
import { StudioTree } from './studio-tree.tsx'
import { StudioVersions } from './studio-versions.tsx'
import classes from './studio.module.css'

const route = getRouteApi('/inside/studio/courses/$courseId')

/** The studio: contents at the left, what is written in the middle, settings or a phone at the right. */
export function StudioCoursePage() {
  const { courseId } = route.useParams()
  return <CourseDesk key={courseId} courseId={courseId as CourseId} />
}

/** Whether all is saved; before anything was changed here, who changed it last. */
function DraftNote({ draft, editable }: { draft: CourseDraft; editable: boolean }) {
  const t = useStudioTexts()
  if (!editable) return t('course.readOnly')
  if (draft.saving.kind !== 'none' || !draft.shown.data) return <SaveState saving={draft.saving} />
  const { updatedAt, updatedByName } = draft.shown.data
  return (
    <>
      {t('courses.updated')} <InstantText at={updatedAt} /> {updatedByName}
    </>
  )
}

/** Whether the draft says something else than the latest version; what was typed and not compared yet counts as such. */
function aheadOf({ shown, saving, rev }: CourseDraft): boolean {
  const compared = saving.kind === 'none' || saving.kind === 'saved'
  return !compared || !shown.data || shown.data.rev < rev() || shown.data.ahead
}

function CourseDesk({ courseId }: { courseId: CourseId }) {
  const t = useStudioTexts()
  const door = useDoorTexts()
  const word = useWord()
  const navigate = useNavigate()
  const editable = useMay()('training.save-course-draft')
  const narrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const { at = null, side } = route.useSearch()
  const draft = useCourseDraft(courseId, editable)
  const [dialog, setDialog] = useState<'publish' | 'history' | 'tree' | null>(null)
  const [removed, setRemoved] = useState<{ title: string; before: CourseContent } | null>(null)
  const { fields, shown } = draft
  if (shown.error && !fields) return <TroubleFace error={shown.error} onRetry={() => void shown.refetch()} />
  if (!fields || !shown.data) return <LoadingFace shape="page" />

  const show = (next: { at?: string | null; side?: 'preview' | undefined }) => {
    const search = {
      at: next.at === undefined ? (at ?? undefined) : (next.at ?? undefined),
      side: 'side' in next ? next.side : side,
    }
    void navigate({ to: '/studio/courses/$courseId', params: { courseId }, search, replace: true })
    setDialog((open) => (open === 'tree' ? null : open))
  }
  const changeContent = (edit: (content: CourseContent) => CourseContent) =>
    draft.change((before) => ({ ...before, content: edit(before.content) }))
  const { content } = fields
  const section = content.sections.find(({ id }) => id === at)
  const lesson = lessonsOf(content).find((each) => each.lesson.id === at)?.lesson ?? null
  const { state, version } = shown.data
  const ahead = state === 'published' && aheadOf(draft)
  const tree = (
    <StudioTree
      content={content}
      at={lesson || section ? at : null}
      editable={editable}
      onOpen={(next) => show({ at: next })}
      onChange={changeContent}
      onRemove={(title) => setRemoved({ title, before: content })}
    />
  )
  return (
    <>
      <PageHeading
        title={fields.title || t('course.titleLabel')}
        suffix={door('own.product')}
        trail={
          <Anchor component={Link} to="/studio" size="sm">
            {t('course.back')}
          </Anchor>
        }
        state={
          <>
            <CourseStateBadge state={state} ahead={false} />
            {ahead ? <StateBadge tone="attention">{t('courses.ahead')}</StateBadge> : null}
          </>
        }
        note={<DraftNote draft={draft} editable={editable} />}
        others={
          <>
            {narrow ? (
              <Button
                variant="default"
                leftSection={<IconListTree size={18} aria-hidden />}
                onClick={() => setDialog('tree')}
              >
                {t('course.openTree')}
              </Button>
            ) : null}
            <Button
              variant="default"
              leftSection={<IconHistory size={18} aria-hidden />}
              onClick={() => setDialog('history')}
            >
              {t('course.history')}
            </Button>
            <Button
              variant={side === 'preview' ? 'light' : 'default'}
              aria-pressed={side === 'preview'}
              leftSection={<IconDeviceMobile size={18} aria-hidden />}
              onClick={() => show({ side: side === 'preview' ? undefined : 'preview' })}
            >
              {t('course.preview')}
            </Button>
          </>
        }
        act={
          editable ? (
            <ReasonedButton
              reason={state === 'published' && !ahead ? word(trainingRefusalWords, 'course-unchanged') : null}
              onClick={() => setDialog('publish')}
            >
              {version ? t('course.publishNext') : t('course.publish')}
            </ReasonedButton>
          ) : null
        }
      />
      <StudioNotices draft={draft} />
      {removed ? (
        <Alert color="gray" mb="sm" role="status">
          <Group gap="sm">
            {t('course.removed', { title: removed.title })}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                changeContent(() => removed.before)
                setRemoved(null)
              }}
            >
              {t('course.undo')}
            </Button>
          </Group>
        </Alert>
      ) : null}
      <div className={classes.desk} data-side={side}>
        <div className={classes.tree}>{narrow ? null : tree}</div>
        <section aria-label={t('course.editor')}>
          {lesson ? (
            <LessonEditor
              key={lesson.id}
              courseId={courseId}
              value={lesson}
              editable={editable}
              onChange={(next) => changeContent((before) => changeLesson(before, next))}
            />
          ) : section ? (
            <SectionEditor
              key={section.id}
              value={section}
              editable={editable}
              onChange={(next) =>
                changeContent((before) => ({
                  sections: before.sections.map((each) => (each.id === next.id ? next : each)),
                }))
              }
            />
          ) : (
            <Stack gap="lg">
              <CourseForm value={fields} editable={editable} onChange={(next) => draft.change(() => next)} />
              {content.sections.length === 0 ? (
                <EmptyFace title={t('course.empty')}>{t('course.emptyLead')}</EmptyFace>
              ) : null}
            </Stack>
          )}
        </section>
        <aside
          className={classes.side}
          data-phone={side === 'preview' || undefined}
          aria-label={side === 'preview' ? t('preview.title') : t('course.properties')}
        >
          {side === 'preview' ? (
            <StudioPreview courseId={courseId} lesson={lesson} rev={draft.rev()} />
          ) : lesson ? (
            <LessonSettings
              value={lesson}
              editable={editable}
              onChange={(next) => changeContent((before) => changeLesson(before, next))}
            />
          ) : (
            <StudioVersions courseId={courseId} state={state} editable={editable} />
          )}
        </aside>
      </div>
      {dialog === 'publish' ? (
        <StudioPublish
          courseId={courseId}
          draft={draft}
          withdrawn={state === 'withdrawn'}
          onOpen={(next) => show({ at: next })}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'history' ? (
        <StudioHistory courseId={courseId} draft={draft} editable={editable} onClose={() => setDialog(null)} />
      ) : null}
      <Drawer opened={dialog === 'tree'} onClose={() => setDialog(null)} title={t('course.tree')}>
        {tree}
      </Drawer>
    </>
  )
}
