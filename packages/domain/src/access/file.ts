import { z } from 'zod'
import { allow, refuse, type Decision } from './decision.ts'
import { fileKinds, type FileFamily } from './file-kind.ts'
import type { Action } from './permission-table.ts'
import type { Wording } from './words.ts'

/** What a file is uploaded for: it decides who may upload it, which kinds it may be, and who may open it. */
export const FilePurpose = z.enum(['evidence', 'course-media', 'work-points', 'approval', 'import'])
export type FilePurpose = z.infer<typeof FilePurpose>

const MIB = 1024 * 1024
/** Bytes at most in one request. */
export const FILE_LIMIT = 50 * MIB
/** Bytes at most for an upload that can be resumed: a recorded lecture. */
export const LARGE_FILE_LIMIT = 4096 * MIB

interface PurposeRule {
  readonly action: Action
  readonly families: readonly FileFamily[]
  /** `unit`: whoever may read the unit; `learners`: everyone signed in. */
  readonly audience: 'unit' | 'learners'
}

const papers = ['image', 'pdf', 'office', 'text', 'table'] as const satisfies readonly FileFamily[]

export const purposeRules: Readonly<Record<FilePurpose, PurposeRule>> = {
  evidence: { action: 'access.upload-evidence', families: [...papers, 'audio', 'video'], audience: 'unit' },
  'course-media': {
    action: 'access.upload-course-media',
    families: ['image', 'drawing', 'pdf', 'audio', 'video', 'subtitles'],
    audience: 'learners',
  },
  'work-points': { action: 'access.upload-work-points', families: ['pdf', 'office', 'text'], audience: 'unit' },
  approval: { action: 'access.upload-approval', families: papers, audience: 'unit' },
  import: { action: 'access.upload-import', families: ['table', 'office', 'text', 'data'], audience: 'unit' },
}

export type FileRefusal =
  | 'file-missing'
  | 'file-empty'
  | 'file-too-large'
  | 'file-kind-not-allowed'
  | 'file-is-not-what-its-name-says'
  | 'file-cut-off'
  | 'file-purpose-unknown'
  | 'file-upload-not-permitted'
  | 'sign-in-needed'
  | 'storage-full'

/** A file as it arrived: `content` is its media type by its bytes, null where they say nothing. */
export interface ArrivedFile {
  readonly name: string
  readonly size: number
  readonly content: string | null
  /** False when its end is missing. */
  readonly whole: boolean
}

/** Whether a file may be kept for a purpose: judged by what its bytes are, with its name as a promise that they must keep. */
export function decideFile(
  file: ArrivedFile,
  purpose: FilePurpose,
  limit: number,
): Decision<{ name: string; mediaType: string }, FileRefusal> {
  const name = plainFileName(file.name)
  if (file.size === 0) return refuse('file-empty', { name })
  if (file.size > limit) return refuse('file-too-large', { name, megabytes: Math.floor(limit / MIB) })
  if (!file.whole) return refuse('file-cut-off', { name })
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase()
  const named = fileKinds.filter((kind) => ending !== undefined && kind.endings.includes(ending))
  if (ending !== undefined && named.length === 0) return refuse('file-kind-not-allowed', { name })
  const candidates = named.length > 0 ? named : fileKinds
  const kind = candidates.find(({ contents }) => file.content !== null && contents.includes(file.content))
  if (!kind) return refuse(named.length > 0 ? 'file-is-not-what-its-name-says' : 'file-kind-not-allowed', { name })
  if (!purposeRules[purpose].families.includes(kind.family)) return refuse('file-kind-not-allowed', { name })
  return allow({ name, mediaType: kind.mediaType })
}

/** A name without folders, control characters and marks that turn its direction: it ends in what it says it ends in. */
export function plainFileName(raw: string): string {
  const last = raw.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}"<>|:*?]/gu, '').trim()
  if (plain.length <= 180) return plain || 'file'
  const ending = /\.[a-z0-9]{1,5}$/i.exec(plain)?.[0] ?? ''
  return `${plain.slice(0, 180 - ending.length)}${ending}`
}

export const fileRefusalWords: Wording<FileRefusal> = {
  'zh-CN': {
    'file-missing': '没有收到文件，请重新选择一个文件上传。',
    'file-empty': '“{name}”是空文件，请检查后重新选择。',
    'file-too-large': '“{name}”超过 {megabytes} MB，请压缩或拆分后再上传。',
    'file-kind-not-allowed': '这里不能上传“{name}”这种文件。可以上传：{kinds}。',
    'file-is-not-what-its-name-says':
      '“{name}”的内容与扩展名不符，可能是改名得来的。请用原来的软件打开并另存为所需格式，再上传。',
    'file-cut-off': '“{name}”不完整，可能没有下载或复制完。请在本机打开确认无误后重新上传。',
    'file-purpose-unknown': '上传的用途不明，请刷新页面后重试。',
    'file-upload-not-permitted': '您当前的身份不能在这里上传文件；如有其他身份，请先切换。',
    'sign-in-needed': '登录已结束，请重新登录后再上传；您填写的内容仍在。',
    'storage-full': '服务器存储空间不足，文件没有保存。请联系系统管理员。',
  },
  en: {
    'file-missing': 'No file arrived; choose a file and upload it again.',
    'file-empty': '“{name}” is empty; check it and choose again.',
    'file-too-large': '“{name}” is larger than {megabytes} MB; compress or split it, then upload it again.',
    'file-kind-not-allowed': 'A file like “{name}” cannot be uploaded here. These can: {kinds}.',
    'file-is-not-what-its-name-says':
      '“{name}” is not what its ending says; it may have been renamed. Open it in the program it came from, save it in the format needed, and upload that.',
    'file-cut-off':
      '“{name}” is not whole; its download or copy may have broken off. Open it on your device to check it, then upload it again.',
    'file-purpose-unknown': 'What the upload is for is not clear; reload the page and try again.',
    'file-upload-not-permitted':
      'Your present role cannot upload files here; if you have another one, switch to it first.',
    'sign-in-needed': 'Your session has ended; sign in again, then upload. What you entered is still there.',
    'storage-full': 'The server has no room left, so the file was not kept. Tell the system operator.',
  },
}
