import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../harness/folders.ts'
import { readOptions } from './options.ts'
import { proofPage } from './proof-page.ts'

const { operands: files } = readOptions(
  {
    name: 'proof:page',
    does: 'Writes docs/proof.md from what the proofs printed, each FILE being the standard output of one run,\ne.g. `npm run --silent proof:kill > kill.jsonl`.',
    operands: 'FILE …',
  },
  {},
)
const from = process.env['INIT_CWD'] ?? process.cwd()
const printed = await Promise.all(files.map((file) => readFile(path.resolve(from, file), 'utf8')))
await writeFile(path.join(root, 'docs/proof.md'), proofPage(printed))
process.stderr.write('docs/proof.md is written.\n')
