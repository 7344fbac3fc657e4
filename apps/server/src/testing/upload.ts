import type { FileId } from '@dangjian/domain/access'
import type { TestServer, Visitor } from './test-server.ts'

/** Uploads a file as somebody, over HTTP as a page does. */
export async function upload(
  server: TestServer,
  visitor: Visitor,
  purpose: 'approval' | 'import',
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<FileId> {
  const body = new FormData()
  body.append('file', new Blob([content]), name)
  const answer = await fetch(`${server.url}/files?purpose=${purpose}`, {
    method: 'POST',
    headers: visitor.headers,
    body,
  })
  if (answer.status !== 201) throw new Error(`The upload was answered ${answer.status}: ${await answer.text()}`)
  return ((await answer.json()) as { fileId: FileId }).fileId
}
