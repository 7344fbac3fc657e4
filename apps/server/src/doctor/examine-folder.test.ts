import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSecrets } from '../access/secrets.ts'
import { readConfig } from '../config.ts'
import { examineFolder } from './examine-folder.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'dangjian-test-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

async function keyFindings() {
  const findings = await examineFolder(readConfig({ DATA_DIR: dataDir }, '/'))
  return findings.filter(({ about }) => about === 'keys').map(({ state, says }) => [state, says])
}

it('finds the secret key that the server made well, and says that none signs certificates yet', async () => {
  openSecrets(dataDir)
  expect(await keyFindings()).toEqual([
    ['doubtful', 'There is no key to sign certificates with yet.'],
    ['well', 'secret.key is readable to its owner only.'],
  ])
})

it('says that a key which others can read is open', async () => {
  openSecrets(dataDir)
  await chmod(path.join(dataDir, 'keys/secret.key'), 0o644)
  expect(await keyFindings()).toContainEqual(['wrong', 'Others can read keys/secret.key.'])
})

it('says which key is broken', async () => {
  await mkdir(path.join(dataDir, 'keys'))
  for (const name of ['secret.key', 'certificates.pem']) await writeFile(path.join(dataDir, 'keys', name), 'cut of')
  expect(await keyFindings()).toEqual([
    ['wrong', 'certificates.pem cannot be read as a key.'],
    ['wrong', 'secret.key cannot be read as a key.'],
  ])
})
