import { readdir } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds } from '@dangjian/db/testing/both-databases'
import { startTestServer, type TestServer, type Visitor } from './testing/test-server.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const MIB = 1024 * 1024

describe.each(databaseKinds)('files over HTTP (%s)', (kind) => {
  let server: TestServer
  let cadre: Visitor
  beforeAll(async () => {
    server = await startTestServer(kind)
    cadre = await server.asRole('societyCadre', 'a')
  })
  afterAll(() => server.stop())

  const upload = async (
    visitor: { headers: Readonly<Record<string, string>> },
    content: Uint8Array<ArrayBuffer> | string,
    name: string,
    purpose = 'evidence',
    headers: Record<string, string> = {},
  ) => {
    const body = new FormData()
    body.append('file', new Blob([content]), name)
    const answer = await fetch(`${server.url}/files?purpose=${purpose}`, {
      method: 'POST',
      headers: { ...visitor.headers, ...headers },
      body,
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, string> }
  }
  const get = (visitor: Visitor, address: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/files/${address}`, { headers: { cookie: visitor.headers.cookie as string, ...headers } })
  const filesOnDisk = async () => {
    const folder = path.join(server.dataDir, 'files')
    const names = await readdir(folder, { recursive: true, withFileTypes: true })
    return names.filter((entry) => entry.isFile()).map((entry) => entry.name)
  }
  const rows = async () => {
    const found = await server.services.storage.read
      .selectFrom('file')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return Number(found.n)
  }

  it('keeps a file under its content’s hash and gives it back byte for byte under its Chinese name', async () => {
    const kept = await upload(cadre, png, '活动现场（一）.png')
    expect(kept).toMatchObject({ status: 201, body: { name: '活动现场（一）.png', mediaType: 'image/png', size: 70 } })
    const answer = await get(cadre, kept.body.fileId as string)
    expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true)
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('活动现场'))
    expect(answer.headers.get('cache-control')).toContain('private')
    const again = await get(cadre, `${kept.body.fileId}/x.png`, { 'if-none-match': answer.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    const before = (await filesOnDisk()).length
    expect((await upload(cadre, png, 'twice.png')).status).toBe(201)
    expect((await filesOnDisk()).length).toBe(before)
  })

  it('refuses what is not what its name says, empty, cut off or of no kind used here, in the reader’s language', async () => {
    const before = await rows()
    expect(await upload(cadre, png, 'report.pdf')).toMatchObject({
      status: 422,
      body: { refusal: 'file-is-not-what-its-name-says' },
    })
    expect((await upload(cadre, '', '空.txt')).body.message).toBe('“空.txt”是空文件，请检查后重新选择。')
    const english = await upload(cadre, '', '空.txt', 'evidence', { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' })
    expect(english.body.message).toMatch(/is empty/)
    expect((await upload(cadre, png.subarray(0, 50), 'a.png')).body.refusal).toBe('file-cut-off')
    const program = await upload(cadre, 'MZ…', 'setup.exe')
    expect(program).toMatchObject({ status: 415, body: { refusal: 'file-kind-not-allowed' } })
    expect(program.body.message).toContain('PDF')
    expect((await upload(cadre, png, 'a.png', 'cake')).status).toBe(400)
    expect(await rows()).toBe(before)
  })

  it('refuses more than 50 MiB and leaves nothing of it', async () => {
    const before = await filesOnDisk()
    const large = await upload(cadre, new Uint8Array(50 * MIB + 1), '大.txt')
    expect(large).toMatchObject({ status: 413, body: { refusal: 'file-too-large' } })
    expect(large.body.message).toContain('50 MB')
    expect(await filesOnDisk()).toEqual(before)
  }, 120_000)

  it('takes a file only from somebody signed in whose role uploads for that purpose', async () => {
    expect((await upload({ headers: { 'x-dangjian': '1' } }, png, 'a.png')).status).toBe(401)
    expect(await upload(cadre, png, 'a.png', 'course-media')).toMatchObject({
      status: 403,
      body: { refusal: 'file-upload-not-permitted' },
    })
    const trainer = await server.asRole('trainer', 'b', 1)
    expect((await upload(trainer, png, 'a.png', 'course-media')).status).toBe(201)
    const { cookie } = cadre.headers as { cookie: string }
    const bare = await fetch(`${server.url}/files?purpose=evidence`, { method: 'POST', headers: { cookie } })
    expect(bare.status).toBe(403)
  })

  it('shows a file of a unit to those above it and to its uploader, and to all others not at all', async () => {
    const learner = await server.asRole(null, 'a.group', 2)
    const own = await upload(learner, png, '心得.png')
    const id = own.body.fileId as string
    const above = await server.asRole('associationAdministrator', 'association')
    const operator = await server.asRole('systemOperator', 'association', 1)
    const foreign = await server.asRole('societyCadre', 'b')
    const status = async (visitor: Visitor) => (await get(visitor, id)).status
    expect([await status(learner), await status(cadre), await status(above)]).toEqual([200, 200, 200])
    expect([await status(foreign), await status(operator)]).toEqual([404, 404])
    expect((await fetch(`${server.url}/files/${id}`)).status).toBe(404)
    const unknown = await get(foreign, '01900000-0000-7000-8000-000000000000')
    expect(await (await get(foreign, id)).text()).toBe(await unknown.text())
  })

  it('shows what belongs to a course to everyone signed in', async () => {
    const trainer = await server.asRole('trainer', 'b', 1)
    const { body } = await upload(trainer, png, 'slide.png', 'course-media')
    expect((await get(cadre, body.fileId as string)).status).toBe(200)
    expect((await fetch(`${server.url}/files/${body.fileId}`)).status).toBe(404)
  })

  it('answers parts of a recording, so that it can be played from anywhere', async () => {
    const { body } = await upload(cadre, '0123456789', 'a.txt')
    const id = body.fileId as string
    const part = async (range: string) => {
      const answer = await get(cadre, id, { range })
      return [answer.status, answer.headers.get('content-range'), await answer.text()]
    }
    expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
    expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789'])
    expect(await part('bytes=-2')).toEqual([206, 'bytes 8-9/10', '89'])
    expect(await part('bytes=5-99')).toEqual([206, 'bytes 5-9/10', '56789'])
    expect(await part('bytes=10-')).toEqual([416, 'bytes */10', ''])
    expect(await part('bytes=1-2,4-5')).toEqual([200, null, '0123456789'])
    const stale = await get(cadre, id, { range: 'bytes=2-4', 'if-range': '"another"' })
    expect(stale.status).toBe(200)
    const head = await fetch(`${server.url}/files/${id}`, {
      method: 'HEAD',
      headers: { cookie: cadre.headers.cookie as string },
    })
    expect(head.headers.get('content-length')).toBe('10')
  })

  it('never lets an uploaded page or drawing run', async () => {
    const trainer = await server.asRole('trainer', 'a', 1)
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const svg = await upload(trainer, drawing, 'x.svg', 'course-media')
    const page = await upload(cadre, '<html><script>alert(1)</script></html>', 'x.txt')
    expect(page.status).toBe(422)
    expect((await upload(cadre, '<html></html>', 'x.html')).status).toBe(415)
    const hidden = await upload(cadre, 'notes\n<script>alert(1)</script>', 'x.txt')
    for (const { body } of [svg, hidden]) {
      const answer = await get(cadre, body.fileId as string)
      expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      const safe = answer.headers.get('content-disposition')?.startsWith('attachment')
      expect(safe || answer.headers.get('content-type') === 'text/plain; charset=utf-8').toBe(true)
    }
  })

  it('leaves nothing of an upload whose line broke', async () => {
    const before = [await filesOnDisk(), await rows()]
    await new Promise<void>((resolve) => {
      const socket = net.connect(Number(new URL(server.url).port), '127.0.0.1', () => {
        socket.write(
          `POST /files?purpose=evidence HTTP/1.1\r\nhost: 127.0.0.1\r\nx-dangjian: 1\r\ncookie: ${cadre.headers.cookie}\r\n` +
            'content-type: multipart/form-data; boundary=b\r\ncontent-length: 1000000\r\n\r\n' +
            '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf of it',
        )
        setTimeout(() => socket.destroy(), 150)
      })
      socket.on('close', () => resolve())
      socket.on('error', () => undefined)
    })
    await expect.poll(async () => [await filesOnDisk(), await rows()]).toEqual(before)
  })

  describe('in parts that can be resumed', () => {
    const meta = (values: Record<string, string>) =>
      Object.entries(values)
        .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
        .join(',')
    const tus = (visitor: Visitor, method: string, address: string, headers: object, body?: Uint8Array<ArrayBuffer>) =>
      fetch(`${server.url}${address}`, {
        method,
        headers: { ...visitor.headers, 'tus-resumable': '1.0.0', ...headers },
        ...(body ? { body } : {}),
      })
    const begin = (visitor: Visitor, length: number, values: Record<string, string>) =>
      tus(visitor, 'POST', '/files/tus', { 'upload-length': String(length), 'upload-metadata': meta(values) })
    const send = (visitor: Visitor, address: string, offset: number, body: Uint8Array<ArrayBuffer>) => {
      const headers = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }
      return tus(visitor, 'PATCH', address, headers, body)
    }

    it('goes on where it broke off, and tells the kept file at the end and to whoever asks again', async () => {
      const begun = await begin(cadre, png.length, { filename: '录像.png', purpose: 'evidence', owner: 'somebody' })
      expect(begun.status).toBe(201)
      const address = begun.headers.get('location') as string
      expect(address).toMatch(/^\/files\/tus\/[0-9a-f]{32}$/)
      expect((await send(cadre, address, 0, png.subarray(0, 30))).status).toBe(204)
      expect((await tus(cadre, 'HEAD', address, {})).headers.get('upload-offset')).toBe('30')
      const last = await send(cadre, address, 30, png.subarray(30))
      const kept = JSON.parse(decodeURIComponent(last.headers.get('x-file') ?? '')) as { fileId: string; name: string }
      expect(kept).toMatchObject({ name: '录像.png', mediaType: 'image/png', size: png.length })
      expect((await tus(cadre, 'HEAD', address, {})).headers.get('x-file')).toBe(last.headers.get('x-file'))
      expect(Buffer.from(await (await get(cadre, kept.fileId)).arrayBuffer()).equals(png)).toBe(true)
    })

    it('is nobody else’s to see, to go on with or to end', async () => {
      const begun = await begin(cadre, 100, { filename: 'a.txt', purpose: 'evidence' })
      const address = begun.headers.get('location') as string
      const other = await server.asRole('societyCadre', 'a', 2)
      expect((await tus(other, 'HEAD', address, {})).status).toBe(404)
      expect((await send(other, address, 0, new Uint8Array(10))).status).toBe(404)
      expect((await tus(other, 'DELETE', address, {})).status).toBe(404)
      const signedOut = { ...cadre, headers: { 'x-dangjian': '1' } }
      expect((await tus(signedOut, 'HEAD', address, {})).status).toBe(401)
    })

    it('is judged like any other file when it is complete, and gone when it is refused', async () => {
      const forbidden = await begin(cadre, 10, { filename: 'a.mp4', purpose: 'course-media' })
      expect(forbidden.status).toBe(403)
      expect((await begin(cadre, 5 * 1024 * MIB, { filename: 'a.mp4', purpose: 'evidence' })).status).toBe(413)
      const begun = await begin(cadre, png.length, { filename: 'lecture.mp4', purpose: 'evidence' })
      const address = begun.headers.get('location') as string
      const last = await send(cadre, address, 0, png)
      expect(last.status).toBe(422)
      expect(await last.json()).toMatchObject({ refusal: 'file-is-not-what-its-name-says' })
      expect((await tus(cadre, 'HEAD', address, {})).status).toBe(404)
    })
  })
})
