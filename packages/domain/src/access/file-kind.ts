import type { Wording } from './words.ts'

export type FileFamily =
  | 'image'
  | 'drawing'
  | 'pdf'
  | 'office'
  | 'text'
  | 'table'
  | 'audio'
  | 'video'
  | 'subtitles'
  | 'data'

/** A kind of file that may be kept. */
export interface FileKind {
  readonly mediaType: string
  readonly family: FileFamily
  readonly endings: readonly string[]
  /** What its bytes may say they are. */
  readonly contents: readonly string[]
  /** A browser shows it and cannot be made to run it. */
  readonly shown: boolean
}

const office = 'application/vnd.openxmlformats-officedocument'
const kind = (
  family: FileFamily,
  mediaType: string,
  endings: string,
  contents: readonly string[] = [mediaType],
  shown = false,
): FileKind => ({ mediaType, family, endings: endings.split(' '), contents, shown })
const shown = (...args: Parameters<typeof kind>): FileKind => ({ ...kind(...args), shown: true })
const text = ['text/plain']
/** Word, Excel and PowerPoint before 2007, and WPS's own endings: one container, told apart by name only. */
const container = ['application/x-cfb']

/** Every kind of file that may be kept. What is not here (HTML, programs, archives, macros) is refused. */
export const fileKinds: readonly FileKind[] = [
  shown('image', 'image/png', 'png'),
  shown('image', 'image/jpeg', 'jpg jpeg'),
  shown('image', 'image/gif', 'gif'),
  shown('image', 'image/webp', 'webp'),
  kind('image', 'image/heic', 'heic heif', ['image/heic', 'image/heif']),
  kind('drawing', 'image/svg+xml', 'svg'),
  shown('pdf', 'application/pdf', 'pdf'),
  kind('office', `${office}.wordprocessingml.document`, 'docx'),
  kind('office', `${office}.presentationml.presentation`, 'pptx'),
  kind('table', `${office}.spreadsheetml.sheet`, 'xlsx'),
  kind('office', 'application/msword', 'doc wps', container),
  kind('office', 'application/vnd.ms-powerpoint', 'ppt dps', container),
  kind('table', 'application/vnd.ms-excel', 'xls et', container),
  shown('text', 'text/plain', 'txt text md gift', text),
  kind('table', 'text/csv', 'csv tsv', text),
  kind('data', 'application/json', 'json', text),
  kind('subtitles', 'text/vtt', 'vtt', ['text/vtt', ...text]),
  shown('audio', 'audio/mpeg', 'mp3'),
  shown('audio', 'audio/mp4', 'm4a', ['audio/mp4', 'audio/x-m4a', 'video/mp4']),
  shown('audio', 'audio/aac', 'aac'),
  shown('audio', 'audio/wav', 'wav'),
  shown('audio', 'audio/ogg', 'ogg oga opus', ['audio/ogg', 'audio/ogg; codecs=opus', 'application/ogg']),
  shown('audio', 'audio/flac', 'flac'),
  shown('video', 'video/mp4', 'mp4 m4v', ['video/mp4', 'video/x-m4v', 'audio/mp4', 'video/quicktime']),
  shown('video', 'video/webm', 'webm'),
  shown('video', 'video/quicktime', 'mov', ['video/quicktime', 'video/mp4']),
  shown('video', 'video/3gpp', '3gp'),
]

/** Whether a browser may show a stored file in the page; everything else is handed out to be saved. */
export function isShown(mediaType: string): boolean {
  return fileKinds.some((each) => each.mediaType === mediaType && each.shown)
}

export const fileFamilyWords: Wording<FileFamily> = {
  'zh-CN': {
    image: '图片（PNG、JPEG、GIF、WebP、HEIC）',
    drawing: '矢量图（SVG）',
    pdf: 'PDF',
    office: 'Word、PowerPoint 文档',
    text: '纯文本（TXT、Markdown、GIFT）',
    table: '表格（XLSX、XLS、CSV）',
    audio: '音频（MP3、M4A、AAC、WAV、OGG、FLAC）',
    video: '视频（MP4、WebM、MOV、3GP）',
    subtitles: '字幕（VTT）',
    data: 'JSON',
  },
  en: {
    image: 'pictures (PNG, JPEG, GIF, WebP, HEIC)',
    drawing: 'drawings (SVG)',
    pdf: 'PDF',
    office: 'Word and PowerPoint documents',
    text: 'plain text (TXT, Markdown, GIFT)',
    table: 'tables (XLSX, XLS, CSV)',
    audio: 'audio (MP3, M4A, AAC, WAV, OGG, FLAC)',
    video: 'video (MP4, WebM, MOV, 3GP)',
    subtitles: 'subtitles (VTT)',
    data: 'JSON',
  },
}
