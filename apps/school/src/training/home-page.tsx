import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { requirementGroupWords } from '@dangjian/domain/training'
import { LoadingFace } from '@dangjian/ui/faces'
import { DateText } from '@dangjian/ui/date-text'
import { formatTime } from '@dangjian/ui/date-format'
import { Button, Text, Title } from '@dangjian/ui/kit'
import { PageHeading } from '@dangjian/ui/page-heading'
import { ProgressWords } from '@dangjian/ui/progress-words'
import { useApi } from '@dangjian/door/api'
import { useDoorTexts } from '@dangjian/door/door-texts'
import { TroubleFace } from '@dangjian/door/page-faces'
import { useLanguage } from '@dangjian/door/language'
import { useMay } from '@dangjian/door/session'
import { useWord } from '@dangjian/door/word'
import { HourRing } from './hour-ring.tsx'
import { useNeedWords } from './learning-need.ts'
import { useLearningTexts } from './learning-texts.ts'
import classes from './learning.module.css'

/** The first page: where to go on, what is asked and why, the year's hours, the next exam. Nothing else. */
export function HomePage() {
  const t = useLearningTexts()
  const door = useDoorTexts()
  const may = useMay()
  const home = useQuery(useApi().training.showHome.queryOptions())
  if (home.isPending) return <LoadingFace shape="cards" count={3} />
  if (home.error) return <TroubleFace error={home.error} onRetry={() => void home.refetch()} />
  const { current, asked, exam, hours, learns, personName } = home.data
  const teaches = may('training.list-course-learners') || may('training.create-course')
  return (
    <>
      <PageHeading title={t('home.title', { name: personName })} suffix={door('own.product')} />
      <div className={classes.home}>
        <div className={classes.homeColumn}>
          {may('training.list-course-learners') ? <Progress /> : null}
          {may('training.create-course') ? <Studio first={!current} /> : null}
          {learns || !teaches ? (
            <>
              <GoOn current={current} first={asked[0] ?? null} />
              <Asked {...home.data} rows={asked} />
            </>
          ) : null}
        </div>
        {learns || !teaches ? (
          <div className={classes.homeColumn}>
            <Hours hours={hours} />
            {exam ? <Exam exam={exam} /> : null}
          </div>
        ) : null}
      </div>
    </>
  )
}

interface WayProps {
  readonly id: string
  readonly title: string
  readonly lead: string
  /** Its button, which leads on. */
  readonly children: ReactNode
}

/** A card that leads to a place in one press. */
function Way({ id, title, lead, children }: WayProps) {
  return (
    <section className={classes.card} aria-labelledby={id}>
      <Title order={2} size="h4" id={id}>
        {title}
      </Title>
      <Text c="dimmed" mt={4} mb="md">
        {lead}
      </Text>
      {children}
    </section>
  )
}

/** Whoever answers for others' learning finds them in the console. */
function Progress() {
  const t = useLearningTexts()
  return (
    <Way id="progress" title={t('home.progress')} lead={t('home.progressLead')}>
      <Button component="a" href="/admin/training/progress" variant="default">
        {t('home.progressOpen')}
      </Button>
    </Way>
  )
}

/** Trainers come to make courses: their way stands first, and is the primary one unless they are learning themselves. */
function Studio({ first }: { first: boolean }) {
  const t = useLearningTexts()
  return (
    <Way id="studio" title={t('home.studio')} lead={t('home.studioLead')}>
      <Button component={Link} to="/studio" variant={first ? 'filled' : 'default'}>
        {t('home.studioOpen')}
      </Button>
    </Way>
  )
}

type Home = NonNullable<ReturnType<typeof useHome>>
function useHome() {
  return useQuery(useApi().training.showHome.queryOptions()).data
}

function GoOn({ current, first }: Pick<Home, 'current'> & { first: Home['asked'][number] | null }) {
  const t = useLearningTexts()
  const needWords = useNeedWords()
  if (!current && first) {
    return (
      <section className={classes.card} aria-labelledby="go-on">
        <Text size="sm" c="dimmed">
          {t('home.beginWith')}
        </Text>
        <Title order={2} size="h3" id="go-on">
          {first.title}
        </Title>
        <Text c="dimmed" size="sm" component="div">
          <DateText date={first.dueOn} due /> · {t('courses.hours', { count: first.hours })}
        </Text>
        <Button component={Link} to={`/courses/${first.courseId}`} mt="md" size="md" fullWidth>
          {t('home.begin')}
        </Button>
      </section>
    )
  }
  if (!current) {
    return (
      <Way id="go-on" title={t('home.nothingBegun')} lead={t('home.nothingBegunLead')}>
        <Button component={Link} to="/courses" variant="default">
          {t('home.allCourses')}
        </Button>
      </Way>
    )
  }
  const { courseId, title, done, required, next } = current
  return (
    <section className={classes.card} aria-labelledby="go-on">
      <Text size="sm" c="dimmed">
        {t('home.goOn')}
      </Text>
      <Title order={2} size="h3" id="go-on" mb="sm">
        {title}
      </Title>
      <ProgressWords
        label={t('course.progress')}
        share={required > 0 ? done / required : 0}
        done={t('course.done', { done, required })}
        missing={
          next?.need
            ? t('course.missing', { what: t('course.withNeed', { title: next.title, need: needWords(next.need) }) })
            : null
        }
      />
      <Button
        component={Link}
        to={next ? `/courses/${courseId}/lessons/${next.id}` : `/courses/${courseId}`}
        mt="md"
        size="md"
        fullWidth
      >
        {next ? t('course.goOn', { title: next.title }) : t('home.goOnAct')}
      </Button>
    </section>
  )
}

function Asked({ rows, askedInAll, askedPassed }: { rows: Home['asked']; askedInAll: number; askedPassed: number }) {
  const t = useLearningTexts()
  return (
    <section aria-labelledby="asked">
      <Title order={2} size="h4" id="asked" mb="xs">
        {t('home.asked')}
      </Title>
      {rows.length === 0 ? (
        <Text c="dimmed">
          {askedInAll > 0 && askedPassed === askedInAll
            ? t('home.askedDone', { count: askedInAll })
            : t('home.askedNone')}
        </Text>
      ) : (
        <ul className={classes.rows}>
          {rows.map(({ courseId, title, dueOn, begun, taskTitles }) => (
            <li key={courseId}>
              <Link to="/courses/$courseId" params={{ courseId }} className={classes.row}>
                <span className={classes.rowTitle}>{title}</span>
                <span className={classes.rowNote}>
                  <DateText date={dueOn} due />
                  <span>{begun ? t('courses.learning') : t('course.state.open')}</span>
                </span>
                <span className={classes.rowNote}>{t('home.because', { tasks: taskTitles.join('、') })}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Hours({ hours }: Pick<Home, 'hours'>) {
  const t = useLearningTexts()
  const word = useWord()
  const { language } = useLanguage()
  const { requirement } = hours
  return (
    <section aria-labelledby="hours" className={classes.card}>
      <Title order={2} size="h4" id="hours" mb="xs">
        {t('home.hours', { year: hours.cycle })}
      </Title>
      <HourRing hours={hours} />
      {requirement ? (
        <Text size="sm" c="dimmed" mt="sm">
          {t('home.hoursWhat', {
            group: word(requirementGroupWords, requirement.group),
            hours: requirement.hours,
            source: requirement.source[language],
          })}
          {requirement.verified ? '' : ` ${t('me.unverified', { year: requirement.toYear })}`}
        </Text>
      ) : null}
    </section>
  )
}

function Exam({ exam }: { exam: NonNullable<Home['exam']> }) {
  const t = useLearningTexts()
  const { attemptId, deadlineAt, courseTitle, lessonTitle, courseId, lessonId, ready } = exam
  return (
    <section aria-labelledby="exam" className={classes.card}>
      <Text size="sm" c="dimmed">
        {attemptId ? t('home.examOpen') : t('home.exam')}
      </Text>
      <Title order={2} size="h4" id="exam">
        {lessonTitle}
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        {courseTitle}
        {attemptId && deadlineAt !== null ? ` · ${t('home.examBy', { time: formatTime(deadlineAt) })}` : null}
        {!attemptId && !ready ? ` · ${t('home.examLater')}` : null}
      </Text>
      {attemptId ? (
        <Button component={Link} to={`/attempts/${attemptId}`}>
          {t('home.examGoOn')}
        </Button>
      ) : (
        <Button component={Link} to={`/courses/${courseId}/lessons/${lessonId}`} variant="default">
          {t('home.examTo')}
        </Button>
      )}
    </section>
  )
}
