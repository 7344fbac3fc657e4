import { getErrorShape, getTRPCErrorFromUnknown, TRPCError, type AnyTRPCProcedure } from '@trpc/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Context, Services } from '@dangjian/api/context'
import { refuseFullStorage, refuseStorageTrouble } from '@dangjian/api/refusal'
import { appRouter } from '@dangjian/api/router'
import type { ProcedureMeta } from '@dangjian/api/trpc'
import { contextFor } from './context.ts'

const BATCH_LIMIT = 10
/** What the last room on the disk is kept for. */
const WITHOUT_ROOM = new Set(['access.signIn', 'access.signOut'])

const Address = z.object({ path: z.string() })
/** What an address names twice counts as it stands there first. */
const Word = z.union([z.string(), z.array(z.string()).transform(([first]) => first)]).optional()
const Asked = z.object({ batch: Word, input: Word })
const Inputs = z.record(z.string(), z.unknown())

const procedures = new Map(Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>))

interface Call {
  readonly path: string
  readonly index: number
  readonly procedure: AnyTRPCProcedure | undefined
}

/** What all calls of a request share. */
interface Given {
  readonly inputs: readonly unknown[]
  readonly context: Context
}

interface Answer {
  readonly status: number
  readonly json: Buffer
}

/**
 * The procedures over HTTP, as tRPC's clients ask for them: a question by GET, or posted where it is too long for an
 * address; a change by POST; several of one kind in one request. tRPC's own adapter goes by way of the web's Request,
 * Response and streams, which costs several times what most of our answers do (docs/decisions/0019).
 */
export async function registerProcedures(
  app: FastifyInstance,
  services: Services,
  roomLeft: () => boolean,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => done(null, body))
    scope.route({
      method: ['GET', 'POST'],
      url: '/trpc/:path',
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        const { path } = Address.parse(request.params)
        const { batch, input } = Asked.parse(request.query)
        const paths = batch === '1' ? path.split(',') : [path]
        const calls = paths.map((each, index) => ({ path: each, index, procedure: procedures.get(each) }))
        const text = request.method === 'GET' ? input : z.string().optional().parse(request.body)
        const given = settle(async () => {
          demandOneKind(calls)
          const inputs = inputsOf(text, batch === '1' ? calls.length : null)
          return { inputs, context: await openContext(services, request, reply, calls, roomLeft) }
        })
        const answers = await Promise.all(calls.map((call) => answer(call, request.method, given, services.log)))
        return send(reply, answers, batch === '1')
      },
    })
  })
}

/** A promise that is looked at later, and by several. */
function settle<T>(work: () => Promise<T>): Promise<T> {
  const promise = work()
  promise.catch(() => undefined)
  return promise
}

function demandOneKind(calls: readonly Call[]): void {
  if (calls.length > BATCH_LIMIT) throw new TRPCError({ code: 'BAD_REQUEST', message: 'batch-too-large' })
  const kinds = new Set(calls.flatMap(({ procedure }) => procedure?._def.type ?? []))
  if (kinds.size > 1) throw new TRPCError({ code: 'BAD_REQUEST', message: 'kinds-mixed' })
}

/** The input of each call: of a single one the text itself, of a batch's what stands under its place. */
function inputsOf(text: string | undefined, batched: number | null): unknown[] {
  try {
    const all: unknown = text ? JSON.parse(text) : undefined
    if (batched === null) return [all]
    const inputs = Inputs.parse(all ?? {})
    return Array.from({ length: batched }, (_, index) => inputs[index])
  } catch (cause) {
    throw new TRPCError({ code: 'BAD_REQUEST', message: 'input-unreadable', cause })
  }
}

async function openContext(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  calls: readonly Call[],
  roomLeft: () => boolean,
): Promise<Context> {
  const setHeader = (name: string, value: string): void => void reply.header(name, value)
  const saves = calls.some(({ path, procedure }) => procedure?._def.type === 'mutation' && !WITHOUT_ROOM.has(path))
  if (saves && !roomLeft()) refuseFullStorage(setHeader)
  try {
    return await contextFor(services, request, reply)
  } catch (error) {
    refuseStorageTrouble(error, setHeader)
    throw error
  }
}

async function answer(
  { path, index, procedure }: Call,
  method: string,
  given: Promise<Given>,
  log: Services['log'],
): Promise<Answer> {
  let input: unknown
  try {
    if (!procedure) throw new TRPCError({ code: 'NOT_FOUND', message: 'no-such-procedure' })
    const { type, meta } = procedure._def
    if (method === 'GET' && type !== 'query') throw new TRPCError({ code: 'METHOD_NOT_SUPPORTED', message: 'post-it' })
    const { inputs, context } = await given
    input = inputs[index]
    const data: unknown = await procedure({
      path,
      type,
      ctx: context,
      getRawInput: async () => input,
      signal: undefined,
      batchIndex: index,
    })
    return { status: 200, json: jsonOf(data, (meta as ProcedureMeta).kept) }
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause)
    if (error.code === 'INTERNAL_SERVER_ERROR') log('error', 'procedure failed', { path, error: error.cause ?? error })
    const type = procedure?._def.type ?? 'unknown'
    const shape = getErrorShape({ config: appRouter._def._config, error, type, path, input, ctx: undefined })
    return { status: shape.data.httpStatus, json: Buffer.from(JSON.stringify({ error: shape })) }
  }
}

/** How a kept answer was written the last time. */
const written = new WeakMap<object, Buffer>()

function jsonOf(data: unknown, kept: boolean): Buffer {
  const known = kept && typeof data === 'object' && data !== null ? data : undefined
  const former = known && written.get(known)
  if (former) return former
  const json = Buffer.from(JSON.stringify({ result: { data } }))
  if (known) written.set(known, json)
  return json
}

const [open, comma, close] = ['[', ',', ']'].map((each) => Buffer.from(each)) as [Buffer, Buffer, Buffer]

function send(reply: FastifyReply, answers: readonly Answer[], batch: boolean): FastifyReply {
  const statuses = new Set(answers.map(({ status }) => status))
  const json = answers.flatMap((each, index) => (index === 0 ? [each.json] : [comma, each.json]))
  return reply
    .code(statuses.size === 1 ? (answers[0]?.status ?? 500) : 207)
    .header('cache-control', 'no-store')
    .type('application/json')
    .send(Buffer.concat(batch ? [open, ...json, close] : json))
}
