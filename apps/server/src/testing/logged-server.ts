import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

export interface LoggedServer {
  readonly url: string
  readonly pid: number
  /** All that it has written to its standard output and its standard error so far. */
  log(): string
  /** Lets it end by itself; all that it wrote is in the log then. */
  stop(): Promise<void>
}

/** The server as an operator starts it, a process of its own, at the most talkative level there is. */
export function startLoggedServer(
  env: Readonly<Record<string, string>>,
  preload: readonly string[] = [],
): Promise<LoggedServer> {
  const { DATABASE_URL: _, ...inherited } = process.env
  const args = [...preload.flatMap((file) => ['--import', file]), main]
  const child = spawn(process.execPath, args, {
    env: { ...inherited, PORT: '0', DEMO: '0', SECOND_FACTOR: 'optional', LOG_LEVEL: 'debug', ...env },
    stdio: 'pipe',
  })
  let said = ''
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return new Promise((resolve, reject) => {
    const hear = (text: string): void => {
      said += text
      const url = /http:\/\/\S+?(?=\/admin\/)/.exec(said)?.[0]
      if (url && child.pid)
        resolve({ url, pid: child.pid, log: () => said, stop: () => (child.kill('SIGTERM'), ended) })
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.once('exit', () => reject(new Error(said)))
  })
}
