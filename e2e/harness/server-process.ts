import { spawn } from 'node:child_process'
import { appendFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { resultsFolder, root } from './folders.ts'
import { endWithUs } from './leave-nothing.ts'

export interface ServerProcess {
  readonly url: string
  stop(): Promise<void>
  /** Ends it as a crash does, at once. */
  kill(): Promise<void>
  readonly pid: number
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>
  /** What it has said on standard error. */
  said(): string
}

export interface ServerSettings {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** Any free one where none is given. */
  readonly port?: number
  /** Besides, or in place of, what every test's server is given. */
  readonly env?: Readonly<Record<string, string>>
  /** Runs the sources and not what was built of them: a preload that changes a module of ours does not reach into that. */
  readonly fromSources?: boolean
  /** A command, with its arguments, that runs it and stands aside. */
  readonly under?: readonly string[]
}

/** Starts the server as an operator does, as a process of its own, and waits until it serves. */
export async function startServerProcess(settings: ServerSettings): Promise<ServerProcess> {
  const { DATABASE_URL: _url, ...inherited } = process.env
  const { serverCommand, serverEnvironment } = (await import(path.join(root, 'scripts/server-command.mjs'))) as {
    serverCommand(how: { fromSources?: boolean }): string[]
    serverEnvironment: Record<string, string>
  }
  const command = [...(settings.under ?? []), process.execPath, ...serverCommand(settings)]
  const child = spawn(command[0] as string, command.slice(1), {
    cwd: root,
    env: {
      ...serverEnvironment,
      ...inherited,
      ...(settings.databaseUrl ? { DATABASE_URL: settings.databaseUrl } : {}),
      DATA_DIR: settings.dataDir,
      DEMO: '1',
      HOST: '127.0.0.1',
      PORT: String(settings.port ?? 0),
      LOG_LEVEL: 'warn',
      TRUSTED_PROXY: '',
      ...settings.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Whoever stands between does not hand every signal on: then they are ended as a group.
    detached: settings.under !== undefined,
  })
  endWithUs(child)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  let said = ''
  mkdirSync(resultsFolder, { recursive: true })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
    appendFileSync(path.join(resultsFolder, 'servers.log'), text)
  })
  return new Promise((resolve, reject) => {
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      const url = /(http:\/\/[^/\s]+)\/admin\//.exec(out)?.[1]
      const end = async (signal: NodeJS.Signals): Promise<void> => {
        child.kill(signal)
        await ended
      }
      if (!url || !child.pid) return
      resolve({
        ...{ url, pid: child.pid, ended, said: () => said },
        ...{ stop: () => end('SIGTERM'), kill: () => end('SIGKILL') },
      })
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`The server ended with code ${code} before it served:\n${said}`)))
  })
}
