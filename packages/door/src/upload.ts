import {
  FILE_LIMIT,
  fileRefusalWords,
  fillWords,
  LARGE_FILE_LIMIT,
  type FileId,
  type FilePurpose,
} from '@dangjian/domain/access'
import { actingGrant } from './acting-grant.ts'
import { rememberedLanguage } from './language.ts'

export type UploadPurpose = FilePurpose

export interface UploadedFile {
  readonly fileId: FileId
  readonly name: string
  readonly mediaType: string
  readonly size: number
}

/** A file that was not taken: `refusal` names why, where the server said so; null when the line broke. */
export class UploadError extends Error {
  readonly refusal: string | null

  constructor(message: string, refusal: string | null) {
    super(message)
    this.refusal = refusal
  }
}

export interface UploadOptions {
  /** What to say when the line breaks; what the server refuses it says itself. */
  readonly lost: string
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/** Sends one file. Up to 50 MiB it goes at once; a larger recording goes in parts that are resumed when the line breaks. */
export function uploadFile(file: File, purpose: UploadPurpose, options: UploadOptions): Promise<UploadedFile> {
  const resumable = purpose === 'evidence' || purpose === 'course-media'
  const limit = resumable ? LARGE_FILE_LIMIT : FILE_LIMIT
  // Said before it is sent: minutes of waiting would end in the same answer.
  if (file.size > limit) {
    const sentence = fileRefusalWords[rememberedLanguage()]['file-too-large']
    const message = fillWords(sentence, { name: file.name, megabytes: limit / 1024 / 1024 })
    return Promise.reject(new UploadError(message, 'file-too-large'))
  }
  return file.size > FILE_LIMIT ? uploadLarge(file, purpose, options) : uploadAtOnce(file, purpose, options)
}

function headers(): Record<string, string> {
  const grant = actingGrant()
  return {
    'x-dangjian': '1',
    'accept-language': rememberedLanguage(),
    ...(grant ? { 'x-acting-grant': grant } : {}),
  }
}

function uploadAtOnce(file: File, purpose: UploadPurpose, options: UploadOptions): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/files?purpose=${purpose}`)
    request.responseType = 'json'
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => options.onProgress?.(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const answer = request.response as (UploadedFile & { message?: string; refusal?: string }) | null
      if (request.status < 300 && answer) resolve(answer)
      else reject(new UploadError(answer?.message ?? options.lost, answer?.refusal ?? null))
    }
    request.onerror = () => reject(new UploadError(options.lost, null))
    request.onabort = () => reject(new UploadError(options.lost, null))
    options.signal?.addEventListener('abort', () => request.abort())
    const body = new FormData()
    body.append('file', file, file.name)
    request.send(body)
  })
}

const PART = 16 * 1024 * 1024

/**
 * Sends a recording of up to 4 GiB in parts (tus). Broken off, even by closing the page, it goes on where it was when the
 * same file is chosen again within a day.
 */
export async function uploadLarge(file: File, purpose: UploadPurpose, options: UploadOptions): Promise<UploadedFile> {
  const { Upload } = await import('tus-js-client')
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: '/files/tus',
      chunkSize: PART,
      retryDelays: [1000, 3000, 10_000, 30_000],
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name, purpose },
      onBeforeRequest: (request) => {
        for (const [name, value] of Object.entries(headers())) request.setHeader(name, value)
      },
      onProgress: (sent, total) => options.onProgress?.(total > 0 ? sent / total : 0),
      onSuccess: ({ lastResponse }) => {
        const kept = lastResponse.getHeader('x-file')
        if (kept) resolve(JSON.parse(decodeURIComponent(kept)) as UploadedFile)
        else reject(new UploadError(options.lost, null))
      },
      onError: (error) => reject(refusedBy(error, options.lost)),
    })
    options.signal?.addEventListener('abort', () => {
      void upload.abort()
      reject(new UploadError(options.lost, null))
    })
    void upload.findPreviousUploads().then((earlier) => {
      if (earlier[0]) upload.resumeFromPreviousUpload(earlier[0])
      upload.start()
    })
  })
}

/** The server's own sentence, where it gave one. */
function refusedBy(error: object, lost: string): UploadError {
  const body = 'originalResponse' in error ? (error.originalResponse as { getBody(): string } | null)?.getBody() : null
  try {
    const { message, refusal } = JSON.parse(body ?? '') as { message: string; refusal: string | null }
    return new UploadError(message, refusal)
  } catch {
    return new UploadError(lost, null)
  }
}
