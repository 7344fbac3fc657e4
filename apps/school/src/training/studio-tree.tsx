import type { CourseContent, LessonKind, SectionId } from '@dangjian/domain/training'
import {
  addLesson,
  addSection,
  lessonKindWords,
  moveLesson,
  moveSection,
  newLesson,
  removeLesson,
  removeSection,
  type LessonId,
} from '@dangjian/domain/training'
import { IconChevronDown, IconChevronUp, IconInfoCircle, IconPlus, IconTrash } from '@dangjian/ui/icons'
import { ActionIcon, Button, Menu } from '@dangjian/ui/kit'
import { useWord } from '@dangjian/door/word'
import { newStudioId } from './studio-id.ts'
import { lessonIcons } from './studio-lesson-icon.ts'
import { useStudioTexts } from './studio-texts.ts'
import classes from './studio.module.css'

const kinds = Object.keys(lessonIcons) as LessonKind[]

export interface StudioTreeProps {
  readonly content: CourseContent
  /** The section or lesson that is open; null for the course itself. */
  readonly at: string | null
  readonly editable: boolean
  readonly onOpen: (at: string | null) => void
  readonly onChange: (edit: (content: CourseContent) => CourseContent) => void
  /** Told the name of what was taken away, so that it can be put back. */
  readonly onRemove: (title: string) => void
}

/** The contents of a course: sections and their lessons, to open, add, move and remove. */
export function StudioTree({ content, at, editable, onOpen, onChange, onRemove }: StudioTreeProps) {
  const t = useStudioTexts()
  const node = (id: string | null) => ({
    type: 'button' as const,
    className: classes.node,
    'aria-current': at === id ? ('true' as const) : undefined,
    onClick: () => onOpen(id),
  })
  const newSection = () => {
    const id = newStudioId<SectionId>()
    onChange((before) => addSection(before, { id, title: '', lessons: [] }))
    onOpen(id)
  }
  return (
    <nav aria-label={t('course.tree')}>
      <button {...node(null)}>
        <IconInfoCircle size={18} aria-hidden />
        {t('course.properties')}
      </button>
      <ol className={classes.list}>
        {content.sections.map((section, index) => {
          const title = section.title || t('course.untitledSection')
          return (
            <li key={section.id}>
              <button
                {...node(section.id)}
                className={`${classes.node} ${classes.section}`}
                data-untitled={section.title === '' || undefined}
              >
                {title}
              </button>
              {editable && at === section.id ? (
                <NodeActs
                  title={title}
                  first={index === 0}
                  last={index === content.sections.length - 1}
                  onMove={(by) => onChange((before) => moveSection(before, section.id, by))}
                  onRemove={() => {
                    onChange((before) => removeSection(before, section.id))
                    onRemove(title)
                    onOpen(null)
                  }}
                />
              ) : null}
              <ol className={classes.list}>
                {section.lessons.map((lesson, place) => {
                  const Icon = lessonIcons[lesson.kind]
                  const name = lesson.title || t('course.untitledLesson')
                  return (
                    <li key={lesson.id}>
                      <button {...node(lesson.id)} data-untitled={lesson.title === '' || undefined}>
                        <Icon size={18} aria-hidden />
                        {name}
                      </button>
                      {editable && at === lesson.id ? (
                        <NodeActs
                          title={name}
                          first={index === 0 && place === 0}
                          last={index === content.sections.length - 1 && place === section.lessons.length - 1}
                          onMove={(by) => onChange((before) => moveLesson(before, lesson.id, by))}
                          onRemove={() => {
                            onChange((before) => removeLesson(before, lesson.id))
                            onRemove(name)
                            onOpen(section.id)
                          }}
                        />
                      ) : null}
                    </li>
                  )
                })}
                {editable ? (
                  <li>
                    <AddLesson
                      section={title}
                      onAdd={(kind) => {
                        const id = newStudioId<LessonId>()
                        onChange((before) => addLesson(before, section.id, newLesson(kind, id)))
                        onOpen(id)
                      }}
                    />
                  </li>
                ) : null}
              </ol>
            </li>
          )
        })}
      </ol>
      {editable ? (
        <Button
          variant="default"
          size="compact-md"
          mt="sm"
          ms="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={newSection}
        >
          {t('course.addSection')}
        </Button>
      ) : null}
    </nav>
  )
}

function AddLesson({ section, onAdd }: { section: string; onAdd: (kind: LessonKind) => void }) {
  const t = useStudioTexts()
  const word = useWord()
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          aria-label={`${t('course.addLesson')}: ${section}`}
        >
          {t('course.addLesson')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => {
          const Icon = lessonIcons[kind]
          return (
            <Menu.Item key={kind} leftSection={<Icon size={18} aria-hidden />} onClick={() => onAdd(kind)}>
              {word(lessonKindWords, kind)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

function NodeActs(props: {
  title: string
  first: boolean
  last: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}) {
  const t = useStudioTexts()
  const { title } = props
  return (
    <div className={classes.acts}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={t('course.up', { title })}
        disabled={props.first}
        onClick={() => props.onMove(-1)}
      >
        <IconChevronUp size={17} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={t('course.down', { title })}
        disabled={props.last}
        onClick={() => props.onMove(1)}
      >
        <IconChevronDown size={17} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={t('course.remove', { title })}
        onClick={props.onRemove}
      >
        <IconTrash size={17} />
      </ActionIcon>
    </div>
  )
}
