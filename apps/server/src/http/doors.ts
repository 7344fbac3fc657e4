import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const apps = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')
const doors = [
  { prefix: '/admin/', folder: path.join(apps, 'admin/dist') },
  { prefix: '/', folder: path.join(apps, 'school/dist') },
] as const

interface Page {
  readonly prefix: string
  readonly content: Buffer
  readonly tag: string
}

/** The built pages of both doors: the console under /admin/, the school at /. A page's address that is no file is the door's own to route. */
export async function registerDoors(app: FastifyInstance): Promise<void> {
  const pages: Page[] = []
  for (const { prefix, folder } of doors) {
    const file = path.join(folder, 'index.html')
    if (!existsSync(file)) continue
    const content = readFileSync(file)
    pages.push({ prefix, content, tag: `"${createHash('sha256').update(content).digest('base64url')}"` })
    const shared = { decorateReply: false, index: false, preCompressed: true } as const
    // One route a folder: there are hundreds of files. What carries a hash in its name may be kept for ever.
    for (const name of foldersIn(folder)) {
      const kept = name === 'assets' ? { maxAge: '365d', immutable: true } : { maxAge: '1d' }
      const root = path.join(folder, name)
      await app.register(fastifyStatic, { ...shared, ...kept, root, prefix: `${prefix}${name}/` })
    }
    const globIgnore = ['index.html', '*/**/*', '*.{br,gz}']
    await app.register(fastifyStatic, { ...shared, root: folder, prefix, globIgnore, wildcard: false, maxAge: '1d' })
  }
  app.get('/admin', (_request, reply) => reply.redirect('/admin/'))
  app.setNotFoundHandler((request, reply) => sendPage(pages, request, reply))
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? [each.name] : []))
}

function sendPage(pages: readonly Page[], request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const url = request.url.split('?')[0] ?? '/'
  const machine = url.startsWith('/trpc') || url.startsWith('/files') || /\.[a-z0-9]+$/i.test(url)
  if (request.method !== 'GET' || machine) {
    return reply.code(404).type('text/plain; charset=utf-8').send('找不到。Not found.\n')
  }
  const page = pages.find(({ prefix }) => url.startsWith(prefix))
  if (!page) {
    return reply
      .code(503)
      .type('text/plain; charset=utf-8')
      .send('页面尚未构建，请用 npm start 启动。\nThe pages are not built yet; start with: npm start\n')
  }
  // A page names the files of its build: it is asked for anew each time, and told only whether it has changed.
  void reply.header('cache-control', 'no-cache').header('etag', page.tag)
  if (request.headers['if-none-match'] === page.tag) return reply.code(304).send()
  return reply.type('text/html; charset=utf-8').send(page.content)
}
