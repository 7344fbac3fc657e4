import { AsyncLocalStorage } from 'node:async_hooks'
import { readdir, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { FileConfigstore } from '@tus/file-store'
import type { Server } from '@tus/server'
import type { FastifyInstance } from 'fastify'
import type { Context, Services } from '@dangjian/api/context'
import { RETRY_AFTER } from '@dangjian/api/refusal'
import { FileId, FilePurpose, LARGE_FILE_LIMIT } from '@dangjian/domain/access'
import { storageTroubleOf } from '@dangjian/db/connection/storage-trouble'
import { findFile } from '@dangjian/db/access/file-store'
import { contextFor } from '../http/context.ts'
import { discard, doubled, measure } from './arriving-file.ts'
import { FileRefused, FULL, languageOf, troubleOf } from './file-answer.ts'
import { uploadedFile } from './receive-file.ts'
import { demandUpload, RESERVE, settleUpload } from './settle-upload.ts'

type Upload = NonNullable<Awaited<ReturnType<FileConfigstore['get']>>>

const ROUTE = '/files/tus'
const DAY_MS = 24 * 60 * 60 * 1000
/** Tells the kept file as JSON, percent-encoded: with the answer that ends the upload, and with every one after. */
export const FILE_HEADER = 'x-file'

export function resumableFolder(dataDir: string): string {
  return path.join(dataDir, 'uploads')
}

interface Asking {
  readonly context: Context
  readonly language: string | undefined
  readonly setHeader: (name: string, value: string) => void
}

interface Resumables {
  readonly notes: FileConfigstore
  readonly tus: Server
}

/** Opened by the first upload: whoever brings none need not hold the libraries in memory. */
async function openResumables(
  dataDir: string,
  services: Services,
  asking: AsyncLocalStorage<Asking>,
): Promise<Resumables> {
  const [files, { ERRORS, Server: TusServer }] = await Promise.all([import('@tus/file-store'), import('@tus/server')])
  const folder = resumableFolder(dataDir)
  const notes = new files.FileConfigstore(folder)
  const store = new files.FileStore({ directory: folder, configstore: notes, expirationPeriodInMilliseconds: DAY_MS })
  const tus = new TusServer({
    path: ROUTE,
    datastore: store,
    relativeLocation: true,
    maxSize: LARGE_FILE_LIMIT,
    allowedOrigins: () => false,
    disableTerminationForFinishedUploads: true,
    onUploadCreate: async (_request, upload) => {
      const { context } = current(asking)
      const purpose = FilePurpose.safeParse(upload.metadata?.purpose)
      if (!purpose.success) throw new FileRefused('file-purpose-unknown')
      await demandUpload(context, dataDir, purpose.data, upload.size ?? LARGE_FILE_LIMIT)
      // Server-owned: whatever the client sent under these names is overwritten.
      const owner = context.actor?.personId ?? null
      return { metadata: { purpose: purpose.data, filename: upload.metadata?.filename ?? '', owner } }
    },
    onUploadFinish: async (_request, upload) => {
      const { context } = current(asking)
      const arrived = await measure(path.join(folder, upload.id))
      try {
        const purpose = FilePurpose.parse(upload.metadata?.purpose)
        const given = { name: upload.metadata?.filename ?? '', limit: LARGE_FILE_LIMIT }
        await demandUpload(context, dataDir, purpose, 0)
        const file = await settleUpload(context, dataDir, purpose, await doubled(dataDir, arrived), given)
        upload.metadata = { ...upload.metadata, fileId: file.id }
        await notes.set(upload.id, upload)
        return { headers: { [FILE_HEADER]: encodeURIComponent(JSON.stringify(uploadedFile(file))) } }
      } catch (error) {
        if (error instanceof FileRefused) await store.remove(upload.id)
        throw error
      }
    },
    onResponseError: async (_request, thrown) => {
      const roomless =
        thrown instanceof Error
          ? storageTroubleOf(thrown) === 'storage-full'
          : thrown === ERRORS.FILE_WRITE_ERROR && (await isFullAt(folder))
      const error = roomless ? new FileRefused('storage-full') : thrown
      if (error instanceof FileRefused) {
        const { language, setHeader } = current(asking)
        const { status, message, refusal } = troubleOf(error, languageOf(language), undefined)
        if (status === FULL) setHeader('retry-after', RETRY_AFTER)
        return { status_code: status, body: JSON.stringify({ message, refusal }) }
      }
      if (error instanceof Error) {
        services.log('error', 'resumable upload failed', { error })
        return { status_code: 500, body: JSON.stringify({ message: 'internal', refusal: null }) }
      }
      return undefined
    },
  })
  return { notes, tus }
}

/** `/files/tus`: uploads of up to 4 GiB by the tus protocol, resumed by whoever began them, within a day. */
export function registerResumable(app: FastifyInstance, dataDir: string, services: Services): void {
  const asking = new AsyncLocalStorage<Asking>()
  let opened: Promise<Resumables> | undefined

  app.register(async (tusApp) => {
    tusApp.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null))
    for (const url of [ROUTE, `${ROUTE}/:upload`]) {
      tusApp.route({
        method: ['POST', 'HEAD', 'PATCH', 'DELETE'],
        url,
        async handler(request, reply) {
          const context = await contextFor(services, request, reply)
          const { upload } = request.params as { upload?: string }
          const { notes, tus } = await (opened ??= openResumables(dataDir, services, asking))
          const known = upload === undefined ? undefined : await ownUpload(notes, upload, context)
          if (!context.actor || (upload !== undefined && !known)) {
            const status = context.actor ? 404 : 401
            return reply.code(status).header('tus-resumable', '1.0.0').send()
          }
          const fileId = FileId.safeParse(known?.metadata?.fileId)
          const kept = fileId.success ? await findFile(services.storage.read, fileId.data) : undefined
          if (kept) reply.raw.setHeader(FILE_HEADER, encodeURIComponent(JSON.stringify(uploadedFile(kept))))
          reply.hijack()
          const language = request.headers['accept-language']
          const setHeader = (name: string, value: string) => void reply.raw.setHeader(name, value)
          await asking.run({ context, language, setHeader }, () => tus.handle(request.raw, reply.raw))
          return reply
        },
      })
    }
  })
}

function current<T>(asking: AsyncLocalStorage<T>): T {
  const value = asking.getStore()
  if (value === undefined) throw new Error('A resumable upload was handled outside a request.')
  return value
}

/** An upload's id is no secret: it exists only for whoever began it. */
async function ownUpload(notes: FileConfigstore, id: string, context: Context): Promise<Upload | undefined> {
  if (!/^[0-9a-f]{32}$/.test(id)) return undefined
  const upload = await notes.get(id)
  return upload?.metadata?.owner === context.actor?.personId ? upload : undefined
}

/** The tus server says of every write that failed only that it did: whether for want of room, the disk knows. */
async function isFullAt(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize < RESERVE
}

/** Uploads that nobody has gone on with for a day, and what finished ones leave behind. */
export async function forgetResumables(dataDir: string, now: number): Promise<number> {
  const folder = resumableFolder(dataDir)
  let forgotten = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name)
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile() || found.mtimeMs > now - DAY_MS) continue
    await discard(file)
    forgotten += 1
  }
  return forgotten
}
