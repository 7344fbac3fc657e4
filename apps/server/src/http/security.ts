import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLoopbackHost, isLoopbackAddress } from './loopback.ts'

const YEAR_S = 365 * 24 * 60 * 60
const NO_TLS =
  '本服务在回环地址以外只接受加密连接：请在前面设置 TLS 反向代理，并用 TRUSTED_PROXY 写明其地址。\n' +
  'Outside the loopback this service answers over TLS only: put a reverse proxy with TLS before it and name its address in TRUSTED_PROXY.\n'

/** Headers of every answer, the refusal of plain HTTP outside the loopback, and of cross-site changes. */
export function registerSecurity(app: FastifyInstance): void {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    hsts: { maxAge: YEAR_S, includeSubDomains: true },
    frameguard: { action: 'deny' },
  })
  const headers = headersOf(protect)
  app.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value)
    done()
  })

  app.addHook('onRequest', async (request, reply) => {
    if (request.url === '/healthz' || request.url === '/readyz') return
    if (request.protocol !== 'https' && !isLoopbackRequest(request)) {
      await reply.code(421).type('text/plain; charset=utf-8').send(NO_TLS)
      return
    }
    if (changes(request) && !isSameSite(request)) {
      await reply.code(403).type('text/plain; charset=utf-8').send('Cross-site request refused. 已拒绝跨站请求。\n')
    }
  })
}

/** What helmet says of every answer, asked once: nothing of it hangs on what was asked. */
function headersOf(protect: ReturnType<typeof helmet>): (readonly [string, string])[] {
  const headers: (readonly [string, string])[] = []
  const setHeader = (name: string, value: string): void => void headers.push([name, value])
  protect(
    {} as IncomingMessage,
    { setHeader, removeHeader: () => undefined } as unknown as ServerResponse,
    () => undefined,
  )
  return headers
}

function isLoopbackRequest(request: FastifyRequest): boolean {
  return isLoopbackAddress(request.socket.remoteAddress) && isLoopbackHost(request.hostname)
}

function changes(request: FastifyRequest): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS'
}

/** A change needs our own header, which no form and no foreign page can set, and an Origin of ours where one is sent. */
function isSameSite(request: FastifyRequest): boolean {
  if (request.headers['x-dangjian'] !== '1') return false
  const { origin } = request.headers
  if (origin === undefined) return request.headers['sec-fetch-site'] !== 'cross-site'
  return origin === `${request.protocol}://${request.host}`
}
