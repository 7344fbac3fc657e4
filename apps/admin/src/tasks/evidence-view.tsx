import { useQuery } from '@tanstack/react-query'
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

/** A piece of evidence, read where one is: text, picture, PDF, recording. What cannot be shown is offered to be saved. */
export function EvidenceView({ evidence, height = '75vh' }: { evidence: Evidence; height?: string }) {
  return (
    <div className={classes.evidence}>
      {evidence.text ? <p className={classes.evidenceText}>{evidence.text}</p> : null}
      {evidence.file ? <FileView file={evidence.file} height={height} /> : null}
    </div>
  )
}

function FileView({ file, height }: { file: EvidenceFile; height: string }) {
  const t = useTexts('assignments')
  const url = fileAddress(file)
  if (file.mediaType === 'application/pdf') return <PdfView url={url} label={file.name} height={height} />
  if (file.mediaType === 'text/plain') return <TextFileView url={url} name={file.name} />
  if (isShown(file.mediaType)) {
    const [family] = file.mediaType.split('/')
    if (family === 'image') return <img src={url} alt={file.name} className={classes.picture} />
    if (family === 'video' || family === 'audio') return <VideoPlayer kind={family} src={url} label={file.name} />
  }
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

function TextFileView({ url, name }: { url: string; name: string }) {
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
  if (text.error) return <FailedFace title={t('evidence.textFailed', { name })} onRetry={() => void text.refetch()} />
  if (text.data === undefined) return <LoadingFace shape="lines" count={4} />
  return (
    <pre className={classes.textFile} tabIndex={0} aria-label={name}>
      {text.data}
    </pre>
  )
}
