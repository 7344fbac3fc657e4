import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { listProcedures } from './testing/procedures.ts'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

interface Def {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly catchall?: z.ZodType
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly in?: z.ZodType
  readonly out?: z.ZodType
  readonly valueType?: z.ZodType
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string } } }[]
  readonly format?: string
}

/** Walks a schema; `see` is told each part with where it stands. */
function walk(schema: z.ZodType, path: string, see: (def: Def, path: string) => void): void {
  const def = schema._zod.def as unknown as Def
  see(def, path)
  for (const [key, field] of Object.entries(def.shape ?? {})) walk(field, `${path}.${key}`, see)
  for (const each of [def.innerType, def.element, def.in, def.out, def.valueType]) if (each) walk(each, path, see)
  for (const option of def.options ?? []) walk(option, path, see)
}

const open = (def: Def): boolean =>
  def.type === 'object' && (def.catchall?._zod.def as unknown as Def | undefined)?.type === 'unknown'

/** The editor's document is a tree of its own, cleaned on the way in. */
const documents = /\.(body|content)$/

describe('the shape of every procedure', () => {
  const procedures = listProcedures()

  it('takes nothing that it does not name', () => {
    const faults: string[] = []
    for (const { path, input } of procedures) {
      walk(input, path, (def, at) => {
        const strict = (def.catchall?._zod.def as unknown as Def | undefined)?.type === 'never'
        if (def.type === 'object' && !strict && !documents.test(at)) faults.push(at)
      })
    }
    expect(faults).toEqual([])
  })

  it('lets nothing out that it does not name', () => {
    const faults: string[] = []
    for (const { path, output } of procedures) {
      walk(output, path, (def, at) => {
        if ((open(def) || ['any', 'unknown'].includes(def.type)) && !/\.(body|content)/.test(at)) {
          faults.push(at)
        }
      })
    }
    expect(faults).toEqual([])
  })

  it('limits the length of every text that it takes', () => {
    const faults: string[] = []
    for (const { path, input } of procedures) {
      walk(input, path, (def, at) => {
        const bounded =
          def.format !== undefined ||
          def.checks?.some(({ _zod }) => /max_length|length_equals|string_format/.test(_zod.def.check))
        if (def.type === 'string' && !bounded) faults.push(at)
      })
    }
    expect(faults).toEqual([])
  })

  it('is told nothing that the server alone knows: who, when, and with what result', () => {
    const owned =
      /^(createdAt|createdBy|updatedAt|updatedBy|changedBy|recordedAt|recordedBy|publishedAt|publishedBy|attachedBy|attachedAt|actorId|actingUnitId|score|outOf|passed|passedAt|closedAt|closedBy|deadlineAt|startedAt|submittedAt|issuedOn|signature|keyId|token|sha256|audienceOf|onceKey|seed)$/
    const faults: string[] = []
    for (const { path, type, input } of procedures) {
      if (type === 'query') continue
      walk(input, path, (def, at) => {
        for (const key of Object.keys(def.shape ?? {})) if (owned.test(key)) faults.push(`${at}.${key}`)
      })
    }
    expect(faults).toEqual([])
  })
})

describe('every change', () => {
  let server: TestServer
  let visitor: Visitor
  beforeAll(async () => {
    server = await startTestServer('sqlite')
    visitor = await server.asRole('associationAdministrator', 'association')
  })
  afterAll(() => server.stop())

  it('is refused as a GET, from another site, without our header, and in a form’s own encoding', async () => {
    const faults: string[] = []
    for (const { path, type } of listProcedures()) {
      if (type === 'query') continue
      const url = `${server.url}/trpc/${path}`
      const headers = { ...visitor.headers, 'content-type': 'application/json', 'idempotency-key': 'one-and-the-same' }
      const { 'x-dangjian': _, ...bare } = headers as Record<string, string>
      const post = (sent: Record<string, string>) => fetch(url, { method: 'POST', headers: sent, body: '{}' })
      const answers = await Promise.all([
        fetch(`${url}?input=%7B%7D`, { headers }),
        post(bare),
        post({ ...headers, origin: 'https://elsewhere.example' }),
        post({ ...headers, 'sec-fetch-site': 'cross-site' }),
        post({ ...headers, 'content-type': 'text/plain' }),
        post({ ...headers, 'content-type': 'application/x-www-form-urlencoded' }),
      ])
      const said = answers.map(({ status }) => status).join(' ')
      if (said !== '405 403 403 403 415 415') faults.push(`${path}: ${said}`)
    }
    expect(faults).toEqual([])
  }, 300_000)
})
