import { checkSuites } from './check-suites.mjs'
import { runSuites } from './suite.mjs'

process.exitCode = await runSuites(checkSuites)
