import { Button, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './faces.module.css'
import { IconAlertTriangle, IconCircleDashed, IconCloudOff, IconLock } from './icons.tsx'
import { useUi } from './ui-context.tsx'

interface FaceProps {
  readonly title: string
  /** What happened, and what to do now. */
  readonly children?: ReactNode
  /** The way on: a button or a link. */
  readonly act?: ReactNode
  /** Heading level; a face that fills a page is level 1. */
  readonly order?: 1 | 2 | 3
}

function Face({
  title,
  children,
  act,
  order = 2,
  icon,
  live,
}: FaceProps & { icon: ReactNode; live?: 'status' | 'alert' }) {
  return (
    <div className={classes.face} {...(live ? { role: live } : {})}>
      <div className={classes.icon} aria-hidden>
        {icon}
      </div>
      <Title order={order} size="h4">
        {title}
      </Title>
      {children ? (
        <Text c="dimmed" component="div" className={classes.words}>
          {children}
        </Text>
      ) : null}
      {act ? <div className={classes.act}>{act}</div> : null}
    </div>
  )
}

/** Nothing here yet: teaches the first step. */
export function EmptyFace(props: FaceProps) {
  return <Face {...props} icon={<IconCircleDashed stroke={1.25} />} />
}

/** It did not work: what, and a way to try again. */
export function FailedFace({ onRetry, ...props }: FaceProps & { onRetry?: () => void }) {
  const { words } = useUi()
  const act =
    props.act ??
    (onRetry ? (
      <Button variant="default" onClick={onRetry}>
        {words.retry}
      </Button>
    ) : undefined)
  return <Face {...props} act={act} live="alert" icon={<IconAlertTriangle stroke={1.25} />} />
}

/** No line to the server. */
export function OfflineFace({ onRetry, ...props }: FaceProps & { onRetry?: () => void }) {
  const { words } = useUi()
  const act =
    props.act ??
    (onRetry ? (
      <Button variant="default" onClick={onRetry}>
        {words.retry}
      </Button>
    ) : undefined)
  return <Face {...props} act={act} live="alert" icon={<IconCloudOff stroke={1.25} />} />
}

/** Not this person's to see; says so in the same words whether or not it exists. */
export function OutOfScopeFace(props: FaceProps) {
  return <Face {...props} icon={<IconLock stroke={1.25} />} />
}

/** The shape of what is coming, so that nothing jumps: `rows` of a list, a `page`, or `lines` of text. */
export function LoadingFace({
  shape = 'rows',
  count = 6,
}: {
  shape?: 'rows' | 'page' | 'lines' | 'cards'
  count?: number
}) {
  const { words } = useUi()
  return (
    <div role="status" aria-label={words.loading}>
      <Stack gap={shape === 'lines' ? 'xs' : 'sm'} aria-hidden>
        {shape === 'page' ? (
          <>
            <Skeleton height={28} width="40%" mb="md" />
            <Skeleton height={14} width="70%" />
          </>
        ) : null}
        {Array.from({ length: count }, (_, index) => (
          <Skeleton
            key={index}
            height={shape === 'cards' ? 96 : shape === 'lines' ? 14 : 40}
            width={shape === 'lines' ? `${92 - ((index * 17) % 40)}%` : '100%'}
          />
        ))}
      </Stack>
    </div>
  )
}
