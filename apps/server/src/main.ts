import './node-version.ts'
import { ConfigError, readConfig } from './config.ts'
import { DataFolderInUse } from './data-lock.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

try {
  const config = readConfig(process.env, process.env.INIT_CWD ?? process.cwd())
  const { startServer } = await import('./start-server.ts')
  const server = await startServer(config, say)
  say(`School 党校分校  ${server.url}/`)
  say(`Console 管理台   ${server.url}/admin/`)
  if (config.demo) say('Demo accounts are listed on the sign-in page. 演示账号见登录页。')
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    void server.stop().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
} catch (error) {
  const expected = error instanceof ConfigError || error instanceof DataFolderInUse
  const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
  process.stderr.write(
    expected
      ? `${(error as Error).message}\n`
      : busy
        ? 'The port is taken by another program. Choose another one, e.g. PORT=8081 npm start\n'
        : `${(error as Error).stack ?? String(error)}\n`,
  )
  process.exit(1)
}
