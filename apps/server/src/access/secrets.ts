import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Services } from '@dangjian/api/context'
import { makeFolderNow, syncFolderNow } from '../files/durable-folder.ts'

const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals (AES-256-GCM) and digests (HMAC-SHA-256) with the installation's secret key, which lies in DATA_DIR/keys and
 * never in the database: a stolen database alone opens nothing. Backups take the key with them.
 */
export function openSecrets(dataDir: string): Services['secrets'] {
  const master = masterKey(dataDir)
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', purpose, 32))
  const [sealing, digesting] = [derive('seal'), derive('digest')]
  return {
    seal(content, about) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open(text, about) {
      const bytes = Buffer.from(text, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
    },
    digest: (content, about) => createHmac('sha256', digesting).update(`${about}\n${content}`).digest('base64url'),
  }
}

function masterKey(dataDir: string): Buffer {
  const folder = path.join(dataDir, 'keys')
  const file = path.join(folder, 'secret.key')
  makeFolderNow(folder, 0o700)
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx', flush: true })
    syncFolderNow(folder)
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (key.length !== 32) throw new Error(`${file} holds no key of 32 bytes. Put it back from a backup.`)
  return key
}
