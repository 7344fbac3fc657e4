import type { Client } from '../../harness/client.ts'

/** Half a form and half a resumable upload, then `between`, then the other halves. Answers what the server said to both. */
export async function sendHalves(url: string, client: Client, between: () => void): Promise<Response[]> {
  const { headers } = client
  const half = Buffer.alloc(4 * 1024 * 1024, '%')
  const tus = { ...headers, 'tus-resumable': '1.0.0' }
  const metadata = ['purpose evidence', 'filename half.pdf']
    .map((pair) => pair.split(' ') as [string, string])
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')
  const created = await fetch(`${url}/files/tus`, {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(2 * half.length), 'upload-metadata': metadata },
  })
  const location = new URL(created.headers.get('location') ?? '', url)

  let goOn = (): void => undefined
  const told = new Promise<void>((resolve) => (goOn = resolve))
  const boundary = 'half-and-half'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="half.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.4\n`
  async function* body() {
    yield Buffer.from(head)
    yield half
    await told
    yield half
    yield Buffer.from(`\r\n--${boundary}--\r\n`)
  }
  const form = fetch(`${url}/files?purpose=evidence`, {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'idempotency-key': crypto.randomUUID(),
    },
    body: body(),
    duplex: 'half',
  } as unknown as RequestInit)
  await new Promise((resolve) => setTimeout(resolve, 300))
  between()
  goOn()
  const resumed = await fetch(location, {
    method: 'PATCH',
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: half,
  })
  return [await form, resumed]
}
