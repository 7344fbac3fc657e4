import { Link } from '@tanstack/react-router'
import { lessonKindWords } from '@dangjian/domain/training'
import { formatDuration } from '@dangjian/ui/date-format'
import { Text, Title } from '@dangjian/ui/kit'
import { StateBadge } from '@dangjian/ui/state-badge'
import { useWord } from '@dangjian/door/word'
import type { CourseShown } from './course-page.tsx'
import { lessonIcons } from './studio-lesson-icon.ts'
import { useLearningTexts } from './learning-texts.ts'
import { useNeedWords } from './learning-need.ts'
import classes from './learning.module.css'

type LessonRow = CourseShown['sections'][number]['lessons'][number]

/** The sections with their lessons and the state of each. */
export function CourseLessons({ course }: { course: CourseShown }) {
  const t = useLearningTexts()
  return (
    <section aria-labelledby="content">
      <Title order={2} size="h4" id="content" mb="xs">
        {t('course.sections')}
      </Title>
      {course.enrolment ? null : (
        <Text c="dimmed" size="sm" mb="xs">
          {t('course.notBegun')}
        </Text>
      )}
      {course.sections.map((section) => (
        <div key={section.id} className={classes.section}>
          <Title order={3} size="h5">
            {section.title}
          </Title>
          <ul className={classes.rows}>
            {section.lessons.map((lesson) => (
              <li key={lesson.id}>
                {course.enrolment ? (
                  <Link
                    to="/courses/$courseId/lessons/$lessonId"
                    params={{ courseId: course.id, lessonId: lesson.id }}
                    className={classes.lesson}
                  >
                    <LessonLine lesson={lesson} enrolled />
                  </Link>
                ) : (
                  <div className={classes.lesson}>
                    <LessonLine lesson={lesson} enrolled={false} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function LessonLine({ lesson, enrolled }: { lesson: LessonRow; enrolled: boolean }) {
  const t = useLearningTexts()
  const word = useWord()
  const needWords = useNeedWords()
  const Icon = lessonIcons[lesson.kind]
  const done = lesson.need === null
  return (
    <>
      <Icon size={20} stroke={1.5} aria-hidden className={classes.lessonIcon} />
      <span className={classes.lessonWords}>
        <span>{lesson.title}</span>
        <span className={classes.rowNote}>
          <span>{word(lessonKindWords, lesson.kind)}</span>
          {sizeWords(lesson) ? <span>{sizeWords(lesson)}</span> : null}
          {lesson.required ? null : <span>{t('course.optional')}</span>}
          {enrolled && lesson.begun && lesson.need ? <span>{needWords(lesson.need)}</span> : null}
        </span>
      </span>
      {enrolled ? (
        <StateBadge plain tone={done ? 'good' : lesson.begun ? 'active' : 'neutral'}>
          {t(done ? 'course.state.done' : lesson.begun ? 'course.state.begun' : 'course.state.open')}
        </StateBadge>
      ) : null}
    </>
  )

  function sizeWords({ kind, size }: LessonRow): string | null {
    if (size === null) return null
    if (kind === 'pdf') return t('course.size.pdf', { count: size })
    if (kind === 'quiz') return t('course.size.quiz', { count: size })
    return t('course.size.media', { time: formatDuration(size) })
  }
}
