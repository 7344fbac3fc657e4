import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { isShown } from '@dangjian/domain/access'
import { LoadingFace, FailedFace } from '@dangjian/ui/faces'
import { IconDownload } from '@dangjian/ui/icons'
import { Button, Text } from '@dangjian/ui/kit'
import { PdfView } from '@dangjian/ui/pdf-view'
import { VideoPlayer } from '@dangjian/ui/video-player'
import { useTexts } from '../app/texts.ts'
import type { Evidence } from './assignment-data.ts'
import classes from './assignment.module.css'

type EvidenceFile = NonNullable<Evidence['file']>

export function fileAddress(file: Pick<EvidenceFile, 'id' | 'name'>): string {
  return `/files/${file.id}/${encodeURIComponent(file.name)}`
}

interface Shown {
  /** Told when it is there to be read, or words say that it cannot be shown. */
  readonly onShown?: (() => void) | undefined
}

/** A piece of evidence, read where one is: text, picture, PDF, recording. What cannot be shown is offered to be saved. */
export function EvidenceView({ evidence, height = '75vh', onShown }: { evidence: Evidence; height?: string } & Shown) {
  return (
    <div className={classes.evidence}>
      {evidence.text ? <p className={classes.evidenceText}>{evidence.text}</p> : null}
      {evidence.file ? <FileView file={evidence.file} height={height} onShown={onShown} /> : null}
      {evidence.file ? null : <AtOnce onShown={onShown} />}
    </div>
  )
}

function FileView({ file, height, onShown }: { file: EvidenceFile; height: string } & Shown) {
  const url = fileAddress(file)
  if (file.mediaType === 'application/pdf') {
    return <PdfView url={url} label={file.name} height={height} {...(onShown ? { onShown } : {})} />
  }
  if (file.mediaType === 'text/plain') return <TextFileView url={url} name={file.name} onShown={onShown} />
  const [family] = isShown(file.mediaType) ? file.mediaType.split('/') : []
  if (family === 'image') return <PictureView url={url} name={file.name} onShown={onShown} />
  return (
    <>
      {family === 'video' || family === 'audio' ? (
        <VideoPlayer kind={family} src={url} label={file.name} />
      ) : (
        <SavedView url={url} file={file} />
      )}
      <AtOnce onShown={onShown} />
    </>
  )
}

/** Words stand there at once; a recording's player and an offer to save say themselves what they cannot do. */
function AtOnce({ onShown }: Shown) {
  useTold(onShown, true)
  return null
}

function useTold(onShown: Shown['onShown'], there: boolean): void {
  const tell = useRef(onShown)
  useEffect(() => {
    tell.current = onShown
  })
  useEffect(() => {
    if (there) tell.current?.()
  }, [there])
}

function PictureView({ url, name, onShown }: { url: string; name: string } & Shown) {
  const t = useTexts('assignments')
  const [failed, setFailed] = useState(false)
  useTold(onShown, failed)
  if (failed) return <FailedFace title={t('evidence.notOpened', { name })} onRetry={() => setFailed(false)} />
  return <img src={url} alt={name} className={classes.picture} onLoad={onShown} onError={() => setFailed(true)} />
}

function SavedView({ url, file }: { url: string; file: EvidenceFile }) {
  const t = useTexts('assignments')
  return (
    <div className={classes.unshown}>
      <Text size="sm">{t('evidence.notShown', { name: file.name })}</Text>
      <Button
        component="a"
        href={url}
        download={file.name}
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {t('evidence.save')}
      </Button>
    </div>
  )
}

function TextFileView({ url, name, onShown }: { url: string; name: string } & Shown) {
  const t = useTexts('assignments')
  const text = useQuery({
    queryKey: ['text-file', url],
    staleTime: Infinity,
    queryFn: async () => {
      const answer = await fetch(url)
      if (!answer.ok) throw new Error(String(answer.status))
      return answer.text()
    },
  })
  useTold(onShown, text.data !== undefined || text.error !== null)
  if (text.error) return <FailedFace title={t('evidence.notOpened', { name })} onRetry={() => void text.refetch()} />
  if (text.data === undefined) return <LoadingFace shape="lines" count={4} />
  return (
    <pre className={classes.textFile} tabIndex={0} aria-label={name}>
      {text.data}
    </pre>
  )
}
