// Inside the house a package is read as it is written; who installs it gets what was built. pnpm turns one face into the
// other by itself (publishConfig), npm does not: this does it around `npm pack`, run in the package's folder.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

const own = 'package.json'
const kept = '.package.json.kept'

if (process.argv[2] === 'put-on') {
  const text = readFileSync(own, 'utf8')
  const { publishConfig, ...manifest } = JSON.parse(text)
  writeFileSync(kept, text)
  writeFileSync(own, `${JSON.stringify({ ...manifest, exports: publishConfig.exports, publishConfig }, null, 2)}\n`)
} else if (existsSync(kept)) {
  renameSync(kept, own)
}
