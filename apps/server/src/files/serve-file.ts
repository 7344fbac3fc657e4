import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { openFile } from '@dangjian/api/access/open-file'
import type { Services } from '@dangjian/api/context'
import type { FileTable } from '@dangjian/db/access/tables'
import { isShown } from '@dangjian/domain/access'
import { authenticate } from '../http/context.ts'
import { rangeOf } from './byte-range.ts'
import { contentPath } from './content-store.ts'

/** `GET /files/:id`, with any name behind it for programs that go by a file's ending. */
export function registerServeFile(app: FastifyInstance, dataDir: string, services: Services): void {
  const serve = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const actor = await authenticate(services, request)
    const { id } = request.params as { id: string }
    const named = request.headers['x-acting-grant'] !== undefined && actor?.grant ? [actor.grant] : actor?.grants
    const file = await openFile({ storage: services.storage, actor }, id, named ?? [])
    if (!file) return reply.callNotFound() as unknown as FastifyReply
    return sendFile(request, reply, file, dataDir, services)
  }
  app.get('/files/:id', serve)
  app.get('/files/:id/:name', serve)
}

async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: FileTable,
  dataDir: string,
  services: Services,
): Promise<FastifyReply> {
  const content = contentPath(dataDir, file.sha256)
  const found = await stat(content).catch(() => undefined)
  if (found?.size !== file.size) {
    services.log('error', 'file content missing', { id: file.id, sha256: file.sha256 })
    const sentence =
      '文件内容缺失，请联系系统管理员。\nThe content of this file is missing; tell the system operator.\n'
    return reply.code(500).type('text/plain; charset=utf-8').send(sentence)
  }
  const etag = `"${file.sha256}"`
  reply.headers({
    etag,
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    // Nothing that somebody uploaded may run, wherever it is opened.
    'content-security-policy': "sandbox; default-src 'none'",
    'content-disposition': dispositionOf(file),
    'content-type': file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType,
  })
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
  const stale = request.headers['if-range'] !== undefined && request.headers['if-range'] !== etag
  const range = stale ? 'whole' : rangeOf(request.headers.range, file.size)
  if (range === 'unsatisfiable') {
    return reply.code(416).header('content-range', `bytes */${file.size}`).send()
  }
  const part = range === 'whole' ? { start: 0, end: Math.max(0, file.size - 1) } : range
  if (range !== 'whole') reply.code(206).header('content-range', `bytes ${part.start}-${part.end}/${file.size}`)
  reply.header('content-length', part.end - part.start + 1)
  // An empty stream keeps the length announced, where no payload at all would make it 0.
  return reply.send(request.method === 'HEAD' ? Readable.from([]) : createReadStream(content, part))
}

/** Shown only where a browser shows it safely; the name for old programs in ASCII, for the others whole (RFC 6266). */
function dispositionOf(file: FileTable): string {
  const plain = file.name.replace(/[^\w.-]+/g, '_')
  const whole = encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${isShown(file.mediaType) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${whole}`
}
