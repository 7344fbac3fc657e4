import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const apps = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')
const doors = [
  { prefix: '/admin/', folder: path.join(apps, 'admin/dist') },
  { prefix: '/', folder: path.join(apps, 'school/dist') },
] as const

/** The built pages of both doors: the console under /admin/, the school at /. A page's address that is no file is the door's own to route. */
export async function registerDoors(app: FastifyInstance): Promise<void> {
  for (const [index, { prefix, folder }] of doors.entries()) {
    if (!existsSync(folder)) continue
    await app.register(fastifyStatic, {
      root: folder,
      prefix,
      decorateReply: index === 0,
      index: false,
      wildcard: false,
      maxAge: '365d',
      immutable: true,
      setHeaders: (reply, file) => {
        // Only what carries a hash in its name may be kept for ever.
        if (!file.includes(`${path.sep}assets${path.sep}`)) reply.header('cache-control', 'no-cache')
      },
    })
  }
  app.get('/admin', (_request, reply) => reply.redirect('/admin/'))
  app.setNotFoundHandler((request, reply) => sendPage(request, reply))
}

async function sendPage(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const url = request.url.split('?')[0] ?? '/'
  const machine = url.startsWith('/trpc') || url.startsWith('/files') || /\.[a-z0-9]+$/i.test(url)
  if (request.method !== 'GET' || machine) {
    return reply.code(404).type('text/plain; charset=utf-8').send('找不到。Not found.\n')
  }
  const door = doors.find(({ prefix }) => url.startsWith(prefix))
  if (!door || !existsSync(door.folder)) {
    return reply
      .code(503)
      .type('text/plain; charset=utf-8')
      .send('页面尚未构建，请用 npm start 启动。\nThe pages are not built yet; start with: npm start\n')
  }
  return reply.header('cache-control', 'no-cache').sendFile('index.html', door.folder)
}
