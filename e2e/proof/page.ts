import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../harness/folders.ts'
import { proofPage } from './proof-page.ts'

/**
 * `npm run proof:page -- FILE…`: writes docs/proof.md from what the proofs printed, each FILE being the standard output
 * of one run, e.g. `npm run --silent proof:kill > kill.jsonl`.
 */
const files = process.argv.slice(2)
if (files.length === 0) {
  process.stderr.write('Name the files with what the proofs printed: npm run proof:page -- kill.jsonl bench.jsonl …\n')
  process.exit(2)
}
const from = process.env['INIT_CWD'] ?? process.cwd()
const printed = await Promise.all(files.map((file) => readFile(path.resolve(from, file), 'utf8')))
await writeFile(path.join(root, 'docs/proof.md'), proofPage(printed))
process.stderr.write('docs/proof.md is written.\n')
