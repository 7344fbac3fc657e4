import { spawn } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { resultsFolder, root } from './folders.ts'

export interface ServerProcess {
  readonly url: string
  stop(): Promise<void>
}

export interface ServerSettings {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
}

/** Starts the server as an operator does, as a process of its own on a free port, and waits until it serves. */
export function startServerProcess(settings: ServerSettings): Promise<ServerProcess> {
  const { DATABASE_URL: _url, ...inherited } = process.env
  const child = spawn(process.execPath, [path.join(root, 'apps/server/src/main.ts')], {
    cwd: root,
    env: {
      ...inherited,
      ...(settings.databaseUrl ? { DATABASE_URL: settings.databaseUrl } : {}),
      DATA_DIR: settings.dataDir,
      DEMO: '1',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
      TRUSTED_PROXY: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
    appendFileSync(path.join(resultsFolder, 'servers.log'), text)
  })
  return new Promise((resolve, reject) => {
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      const url = /(http:\/\/[^/\s]+)\/admin\//.exec(out)?.[1]
      if (url) resolve({ url, stop: () => (child.kill('SIGTERM'), ended) })
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`The server ended with code ${code} before it served:\n${said}`)))
  })
}
