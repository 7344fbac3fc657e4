import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '@dangjian/api/context'
import { FILE_LIMIT, FilePurpose, plainFileName } from '@dangjian/domain/access'
import { storageTroubleOf } from '@dangjian/db/connection/storage-trouble'
import type { FileTable } from '@dangjian/db/access/tables'
import { contextFor } from '../http/context.ts'
import { discard, receive } from './arriving-file.ts'
import { FileRefused, sendTrouble } from './file-answer.ts'
import { demandUpload, settleUpload } from './settle-upload.ts'

/** `POST /files?purpose=…`: one file of at most 50 MiB in a form. */
export async function registerReceiveFile(app: FastifyInstance, dataDir: string, services: Services): Promise<void> {
  await app.register(multipart, {
    limits: { files: 1, fields: 4, parts: 5, fileSize: FILE_LIMIT, headerPairs: 50 },
    throwFileSizeLimit: false,
  })
  app.post('/files', async (request, reply) => {
    const purpose = FilePurpose.safeParse((request.query as { purpose?: unknown }).purpose)
    try {
      if (!purpose.success) throw new FileRefused('file-purpose-unknown')
      const file = await receiveFile(request, reply, purpose.data, dataDir, services)
      return await reply.code(201).header('cache-control', 'no-store').send(uploadedFile(file))
    } catch (error) {
      const refused = refusedBy(error, request)
      if (!refused) throw error
      await drain(request, reply)
      return sendTrouble(request, reply, refused, purpose.data)
    }
  })
}

/** What the door is told of a file that was kept. */
export function uploadedFile(file: FileTable): { fileId: string; name: string; mediaType: string; size: number } {
  return { fileId: file.id, name: file.name, mediaType: file.mediaType, size: file.size }
}

async function receiveFile(
  request: FastifyRequest,
  reply: FastifyReply,
  purpose: FilePurpose,
  dataDir: string,
  services: Services,
): Promise<FileTable> {
  const context = await contextFor(services, request, reply)
  const announced = Number(request.headers['content-length'] ?? FILE_LIMIT)
  await demandUpload(context, dataDir, purpose, announced)
  if (!request.isMultipart()) throw new FileRefused('file-missing')
  const part = await request.file()
  if (!part) throw new FileRefused('file-missing')
  const arrived = await receive(dataDir, part.file)
  if (part.file.truncated) {
    await discard(arrived.path)
    const name = plainFileName(part.filename)
    throw new FileRefused('file-too-large', { name, megabytes: FILE_LIMIT / 1024 / 1024 })
  }
  return settleUpload(context, dataDir, purpose, arrived, { name: part.filename, limit: FILE_LIMIT })
}

/** A form that breaks off is a refusal as well: what arrived is gone already. */
function refusedBy(error: unknown, request: FastifyRequest): FileRefused | undefined {
  if (error instanceof FileRefused) return error
  if (storageTroubleOf(error) === 'storage-full') return new FileRefused('storage-full')
  const { code, message } = error as { code?: unknown; message?: unknown }
  // A request whose body has come in whole is destroyed as well: what fails after that is not the form's doing.
  const cutOff = request.raw.destroyed && !request.raw.complete
  const broken = cutOff || /premature|unexpected end|terminated early/i.test(String(message))
  if (broken || code === 'FST_MP_PREMATURE_CLOSE') return new FileRefused('file-cut-off', { name: '' })
  if (typeof code === 'string' && /^FST_/.test(code)) return new FileRefused('file-missing')
  return undefined
}

/** A browser reads an answer only after it has sent its body, so the rest of a refused one is let pass, within reason. */
async function drain(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { raw } = request
  if (raw.complete || raw.destroyed) return
  if (Number(request.headers['content-length'] ?? 0) > 4 * FILE_LIMIT) {
    void reply.header('connection', 'close')
    return
  }
  await new Promise<void>((resolve) => {
    for (const end of ['end', 'close', 'error']) raw.once(end, () => resolve())
    raw.resume()
  })
}
