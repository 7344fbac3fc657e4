import './node-version.ts'
import './own-files.ts'
import { readConfig } from './config.ts'
import { describedError } from './described-error.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

// Left to itself the process would print the whole error, with the row that a database was given.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${describedError(error)}\n`)
  process.exit(1)
})

try {
  const config = readConfig(process.env, process.env.INIT_CWD ?? process.cwd())
  const { startServer } = await import('./start-server.ts')
  const server = await startServer(config, say)
  say(`School 党校分校  ${server.url}/`)
  say(`Console 管理台   ${server.url}/admin/`)
  if (server.demo) say('Demo accounts are listed on the sign-in page. 演示账号见登录页。')
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    void server.stop().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
} catch (error) {
  const { sentenceFor } = await import('./trouble.ts')
  process.stderr.write(`${sentenceFor(error) ?? describedError(error)}\n`)
  process.exit(1)
}
