import type { FileId } from '@dangjian/domain/access'
import type { HostileFile } from './hostile-files.ts'

const TUS = { 'tus-resumable': '1.0.0', 'x-dangjian': '1' } as const

/** A file sent by the resumable way, in two parts: how it ended, and its id where it was kept. */
export async function resumedUpload(
  url: string,
  headers: Readonly<Record<string, string>>,
  { name, bytes }: HostileFile,
  purpose: string,
): Promise<{ readonly status: number; readonly text: string; readonly fileId: FileId | undefined }> {
  const own = { ...headers, ...TUS }
  const metadata = `purpose ${base64(purpose)},filename ${base64(name)}`
  const begun = await beginUpload(url, own, { 'upload-length': String(bytes.byteLength), 'upload-metadata': metadata })
  const address = begun.headers.get('location')
  if (!address) return { status: begun.status, text: await begun.text(), fileId: undefined }
  const half = Math.floor(bytes.byteLength / 2)
  let last = begun
  for (const [offset, part] of [
    [0, bytes.subarray(0, half)],
    [half, bytes.subarray(half)],
  ] as const) {
    last = await sendPart(`${url}${address}`, own, offset, part)
    if (last.status !== 204) break
  }
  const said = last.headers.get('x-file')
  const { fileId } = said ? (JSON.parse(decodeURIComponent(said)) as { fileId: FileId }) : {}
  return { status: last.status, text: await last.text(), fileId }
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')

export async function beginUpload(
  url: string,
  headers: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>>,
): Promise<Response> {
  return fetch(`${url}/files/tus`, { method: 'POST', headers: { ...TUS, ...headers, ...more } })
}

export async function sendPart(
  address: string,
  headers: Readonly<Record<string, string>>,
  offset: number | string,
  bytes: Uint8Array,
): Promise<Response> {
  const own = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) }
  return fetch(address, { method: 'PATCH', headers: { ...TUS, ...headers, ...own }, body: Uint8Array.from(bytes) })
}
