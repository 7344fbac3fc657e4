import fastifyCookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import { requestRefusalWords } from '@dangjian/domain/access'
import { storageTroubleOf } from '@dangjian/db/connection/storage-trouble'
import { pendingMigrations } from '@dangjian/db/migrations/migrate'
import type { Services } from '@dangjian/api/context'
import { RETRY_AFTER } from '@dangjian/api/refusal'
import type { Config } from '../config.ts'
import { registerCertificate } from '../files/certificate-route.ts'
import { registerFiles } from '../files/register-files.ts'
import { registerDoors } from './doors.ts'
import { registerProcedures } from './procedures.ts'
import { registerSecurity } from './security.ts'

/** A tRPC call's body at most; files have their own way in. */
const BODY_LIMIT = 1024 * 1024

/** The whole HTTP face: procedures, files, both doors, and two addresses for whoever watches over the process. */
export async function buildApp(
  config: Config,
  services: Services,
  roomLeft: () => boolean = () => true,
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 0,
    routerOptions: { maxParamLength: 2048 },
  })
  app.setErrorHandler((error: { statusCode?: number; stack?: string }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) services.log('error', 'request failed', { path: request.routeOptions.url, error })
    const trouble = storageTroubleOf(error)
    if (trouble) {
      const sentence = `${requestRefusalWords['zh-CN'][trouble]} ${requestRefusalWords.en[trouble]}`
      return reply.code(503).header('retry-after', RETRY_AFTER).send({ message: sentence, refusal: trouble })
    }
    const message =
      status >= 500 ? '出了问题，请稍后再试。Something went wrong; try again later.' : '请求有误。Bad request.'
    return reply.code(status).send({ message, refusal: null })
  })
  registerSecurity(app)
  await app.register(fastifyCookie)

  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await pendingMigrations(services.storage).then(
      (pending) => pending.length === 0,
      () => false,
    )
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready' })
  })

  await registerProcedures(app, services, roomLeft)
  await registerFiles(app, config.dataDir, services)
  registerCertificate(app, services)
  await registerDoors(app)
  return app
}
