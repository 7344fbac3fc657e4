import type { FileId } from '@dangjian/domain/access'
import { actingGrant } from './acting-grant.ts'

export type UploadPurpose = 'evidence' | 'course-media' | 'work-points' | 'approval' | 'import'

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

/**
 * Sends one file of at most 50 MiB. `onProgress` goes from 0 to 1.
 * `lost` is what to say when the line breaks; what the server refuses it says itself.
 */
export function uploadFile(
  file: File,
  purpose: UploadPurpose,
  options: { readonly lost: string; readonly onProgress?: (share: number) => void; readonly signal?: AbortSignal },
): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/files?purpose=${purpose}`)
    request.responseType = 'json'
    request.setRequestHeader('x-dangjian', '1')
    const grant = actingGrant()
    if (grant) request.setRequestHeader('x-acting-grant', grant)
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
