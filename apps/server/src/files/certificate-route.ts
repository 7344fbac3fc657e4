import { Worker } from 'node:worker_threads'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { openCertificate } from '@dangjian/api/training/open-certificate'
import type { Services } from '@dangjian/api/context'
import type { CertificateOnPaper } from '@dangjian/formats/training/certificate-pdf'
import { localDateOf } from '@dangjian/domain/access'
import { authenticate } from '../http/context.ts'

const LIMIT = { tries: 30, windowMs: 60_000 }

/** `GET /certificates/<id>.pdf`, for the holder and for who answers for the holder's learning. */
export function registerCertificate(app: FastifyInstance, services: Services): void {
  app.get('/certificates/:file', async (request: FastifyRequest, reply: FastifyReply) => {
    const { file } = request.params as { file: string }
    const id = /^([0-9a-f-]{36})\.pdf$/.exec(file)?.[1]
    const actor = id ? await authenticate(services, request) : null
    const today = localDateOf(services.clock())
    const certificate =
      id && (await openCertificate({ storage: services.storage, actor }, id, actor?.grants ?? [], today))
    // Without `.pdf` it is the certificate's page, which the door routes.
    if (!certificate || !actor) return reply.callNotFound() as unknown as FastifyReply
    const limited = services.throttle(`certificate-pdf:${actor.accountId}`, LIMIT)
    if (limited) {
      const sentence = '下载过于频繁，请稍后再试。\nToo many downloads; try again shortly.\n'
      return reply.code(429).header('retry-after', limited.retryAfter).type('text/plain; charset=utf-8').send(sentence)
    }
    const content = await drawInTurn(certificate, `${request.protocol}://${request.host}/verify/${certificate.token}`)
    return reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${certificate.number}.pdf"`,
        'cache-control': 'private, no-cache',
        'x-content-type-options': 'nosniff',
      })
      .send(Buffer.from(content))
  })
}

let last: Promise<unknown> = Promise.resolve()

/** One at a time, and beside the event loop: the font is large, and nobody's answer in an exam waits for it. */
function drawInTurn(certificate: CertificateOnPaper, address: string): Promise<Uint8Array> {
  const drawn = last.then(() => draw(certificate, address))
  last = drawn.catch(() => undefined)
  return drawn
}

function draw(certificate: CertificateOnPaper, address: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./certificate-worker.ts', import.meta.url), {
      workerData: { certificate, address },
    })
    worker.once('message', (content: Uint8Array) => {
      resolve(content)
      void worker.terminate()
    })
    worker.once('error', reject)
  })
}
