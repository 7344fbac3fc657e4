import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { FilePurpose } from '@dangjian/domain/access'
import type { HostileFile } from './hostile-files.ts'

/** What became of a file for one purpose. */
export interface Fate {
  readonly name: string
  readonly purpose: FilePurpose
  /** `201`, or the refusal with its status. */
  readonly upload: string
  /** By procedure: `200`, or the refusal with its status. */
  readonly readings: Readonly<Record<string, string>>
  /** What would let it run, were it opened; empty where nothing would. */
  readonly dangers: readonly string[]
}

interface Refused {
  readonly message?: string
  readonly refusal?: string | null
}
interface ProcedureBody {
  readonly error?: { readonly message: string; readonly data: { readonly refusal: string | null } }
}

export interface HostileReader {
  readonly purpose: FilePurpose
  /** Names of the files that are tried. */
  readonly names: RegExp
  /** What reads them, and what it is told besides the file. */
  readonly procedures: readonly { readonly path: string; readonly input: object }[]
}

/** Uploads a file for a purpose, has it read by whatever reads it, and looks at how it is served. */
export async function fateOf(
  url: string,
  cookie: string,
  { name, bytes }: HostileFile,
  { purpose, procedures }: HostileReader,
): Promise<Fate> {
  const headers = { cookie, 'x-dangjian': '1' }
  const body = new FormData()
  body.append('file', new Blob([Uint8Array.from(bytes)]), name)
  const uploaded = await fetch(`${url}/files?purpose=${purpose}`, { method: 'POST', headers, body })
  const said = (await uploaded.json()) as Refused & { readonly fileId?: string }
  if (!said.fileId) {
    const upload = outcome(uploaded.status, said.refusal, said.message)
    return { name, purpose, upload, readings: {}, dangers: [] }
  }
  const readings: Record<string, string> = {}
  for (const { path: procedure, input } of procedures) {
    const given = encodeURIComponent(JSON.stringify({ ...input, fileId: said.fileId }))
    const answer = await fetch(`${url}/trpc/${procedure}?input=${given}`, { headers })
    const { error } = (await answer.json()) as ProcedureBody
    readings[procedure] = outcome(answer.status, error?.data.refusal, error?.message)
  }
  return { name, purpose, upload: '201', readings, dangers: await dangersOf(`${url}/files/${said.fileId}`, headers) }
}

/** A refusal that gives no name or no sentence is a fault, whatever its status. */
function outcome(status: number, refusal: string | null | undefined, message: string | undefined): string {
  if (status < 300) return String(status)
  return refusal && message ? `${status} ${refusal}` : `${status} without a reason`
}

/** Kinds that a browser shows without running anything. */
const SHOWN = /^(image\/(png|jpeg|gif|webp)|application\/pdf|text\/plain|audio\/[\w-]+|video\/[\w-]+)/

/** What in the answer to an address would let it run. */
export async function dangersOf(address: string, headers: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const answer = await fetch(address, { headers })
  await answer.arrayBuffer()
  const header = (name: string): string => answer.headers.get(name) ?? ''
  const saved = header('content-disposition').startsWith('attachment;')
  return [
    ...(answer.status === 200 ? [] : [`answered ${answer.status}`]),
    ...(header('content-security-policy') === "sandbox; default-src 'none'" ? [] : ['not in a sandbox']),
    ...(header('x-content-type-options') === 'nosniff' ? [] : ['its kind may be guessed']),
    ...(saved || SHOWN.test(header('content-type')) ? [] : [`shown as ${header('content-type')}`]),
  ]
}

/** Every file below a folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found.filter((each) => each.isFile()).map(({ parentPath, name }) => path.join(parentPath, name))
}
