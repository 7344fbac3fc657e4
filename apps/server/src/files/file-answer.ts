import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  fileFamilyWords,
  fileRefusalWords,
  fillWords,
  purposeRules,
  requestRefusalWords,
  type Detail,
  type FilePurpose,
  type FileRefusal,
  type Language,
} from '@dangjian/domain/access'
import { RETRY_AFTER } from '@dangjian/api/refusal'

/** What a refused upload answers: a sentence in the reader's language, and the refusal's name. */
export interface FileTrouble {
  readonly status: number
  readonly message: string
  readonly refusal: string
}

/** The status of a disk without room; whoever meets it may try again. */
export const FULL = 507

const statusOf: Readonly<Record<string, number>> = {
  'sign-in-needed': 401,
  'file-upload-not-permitted': 403,
  'file-too-large': 413,
  'file-kind-not-allowed': 415,
  'file-purpose-unknown': 400,
  'file-missing': 400,
  'storage-full': FULL,
  'too-many-tries': 429,
}

/** Thrown to end an upload. */
export class FileRefused extends Error {
  readonly refusal: FileRefusal | 'too-many-tries'
  readonly detail: Detail

  constructor(refusal: FileRefusal | 'too-many-tries', detail: Detail = {}) {
    super(refusal)
    this.refusal = refusal
    this.detail = detail
  }
}

/** Chinese, unless the reader asks for English first. */
export function languageOf(header: string | undefined): Language {
  const first = (header ?? '').split(',').find((each) => /^\s*(zh|en)\b/i.test(each))
  return first && /^\s*en\b/i.test(first) ? 'en' : 'zh-CN'
}

export function troubleOf(refused: FileRefused, language: Language, purpose: FilePurpose | undefined): FileTrouble {
  const { refusal } = refused
  const sentence =
    refusal === 'too-many-tries' ? requestRefusalWords[language][refusal] : fileRefusalWords[language][refusal]
  const kinds = (purpose ? purposeRules[purpose].families : [])
    .map((family) => fileFamilyWords[language][family])
    .join(language === 'en' ? '; ' : '；')
  return {
    status: statusOf[refusal] ?? 422,
    message: fillWords(sentence, { kinds, ...refused.detail }),
    refusal,
  }
}

export function sendTrouble(
  request: FastifyRequest,
  reply: FastifyReply,
  refused: FileRefused,
  purpose: FilePurpose | undefined,
): FastifyReply {
  const { status, message, refusal } = troubleOf(refused, languageOf(request.headers['accept-language']), purpose)
  if (status === FULL) void reply.header('retry-after', RETRY_AFTER)
  return reply.code(status).header('cache-control', 'no-store').send({ message, refusal })
}
