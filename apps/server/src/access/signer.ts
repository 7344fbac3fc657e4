import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Services } from '@dangjian/api/context'
import { makeFolderNow, syncFolderNow } from '../files/durable-folder.ts'

/**
 * The installation's Ed25519 keys, in DATA_DIR/keys: the newest signs, the older ones still verify.
 * A key's name is the head of its public half's SHA-256.
 */
export function openSigner(dataDir: string): Services['signer'] {
  const folder = path.join(dataDir, 'keys')
  makeFolderNow(folder, 0o700)
  if (!readdirSync(folder).some((name) => name.endsWith('.pem'))) {
    const { privateKey } = generateKeyPairSync('ed25519')
    const file = path.join(folder, `${Date.now()}.pem`)
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true })
    syncFolderNow(folder)
  }
  const keys = readdirSync(folder)
    .filter((name) => name.endsWith('.pem'))
    .toSorted()
    .map((name) => createPrivateKey(readFileSync(path.join(folder, name))))
  const byId = new Map<string, KeyObject>(keys.map((key) => [idOf(key), key]))
  const newest = keys.at(-1)
  if (!newest) throw new Error(`No signing key could be made in ${folder}.`)
  return {
    keyId: idOf(newest),
    sign: (content) => sign(null, Buffer.from(content), newest).toString('base64url'),
    verify: (content, signature, keyId) => {
      const key = byId.get(keyId)
      return key ? verify(null, Buffer.from(content), createPublicKey(key), Buffer.from(signature, 'base64url')) : false
    },
  }
}

function idOf(key: KeyObject): string {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 16)
}
