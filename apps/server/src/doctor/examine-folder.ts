import { createPrivateKey } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { UNFINISHED } from '../backup/restore-backup.ts'
import type { Config } from '../config.ts'
import { LOCK, lockHolder } from '../data-lock.ts'
import { isLoopbackHost } from '../http/loopback.ts'
import { doubtful, well, wrong, type Finding } from './finding.ts'

const MIB = 1024 * 1024

/** The data folder: there, writable, with room, its keys readable to nobody else, held by one server at most. */
export async function examineFolder({ dataDir }: Config): Promise<Finding[]> {
  const found = existsSync(dataDir) ? statSync(dataDir) : undefined
  if (!found) {
    return [
      wrong(
        'data folder',
        `${dataDir} does not exist.`,
        'Set DATA_DIR to the right folder, or start the server once, which makes it.',
      ),
    ]
  }
  if (!found.isDirectory()) {
    return [wrong('data folder', `${dataDir} is no folder.`, 'Set DATA_DIR to a folder.')]
  }
  const findings = [examineWriting(dataDir), await examineRoom(dataDir), ...examineKeys(dataDir), examineLock(dataDir)]
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    findings.push(doubtful('data folder', `Others can look into ${dataDir}.`, `chmod 700 ${dataDir}`))
  }
  if (existsSync(path.join(dataDir, UNFINISHED))) {
    findings.push(
      wrong(
        'restore',
        'A restore into this folder has not come to its end.',
        'Run "dangjian restore DIR" again with the same DATA_DIR.',
      ),
    )
  }
  return findings
}

function examineWriting(dataDir: string): Finding {
  const file = path.join(dataDir, `.doctor-${process.pid}`)
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, 'x')
    fsyncSync(handle)
    closeSync(handle)
    rmSync(file)
    return well('data folder', `${dataDir} can be written to.`)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return wrong(
      'data folder',
      `${dataDir} cannot be written to (${code}).`,
      code === 'ENOSPC'
        ? 'Free some room on its disk.'
        : 'Give the user that runs the server the right to write there, or mount it writable.',
    )
  }
}

async function examineRoom(dataDir: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(dataDir)
  const free = Math.floor((bavail * bsize) / MIB)
  const says = `${free} MiB are free on the disk of the data folder.`
  if (free < 512) return wrong('room', says, 'Free some room: uploads are refused below 512 MiB.')
  return free < 5 * 1024
    ? doubtful('room', says, 'Free some room soon, or move DATA_DIR to a larger disk.')
    : well('room', says)
}

const SECRET_KEY = 'secret.key'

/** The keys that sign certificates, and the one that seals what the database must not hold in the open. */
function examineKeys(dataDir: string): Finding[] {
  const folder = path.join(dataDir, 'keys')
  const names = existsSync(folder) ? readdirSync(folder) : []
  const signing = names.filter((name) => name.endsWith('.pem'))
  const findings = [...signing, ...names.filter((name) => name === SECRET_KEY)].map((name) => examineKey(folder, name))
  if (signing.length > 0) return findings
  return [
    doubtful(
      'keys',
      'There is no key to sign certificates with yet.',
      'The server makes one when it starts; restore keys/ if certificates were issued before.',
    ),
    ...findings,
  ]
}

function examineKey(folder: string, name: string): Finding {
  const file = path.join(folder, name)
  if (!isKey(name, readFileSync(file, 'utf8'))) {
    return wrong('keys', `${name} cannot be read as a key.`, `Put keys/${name} back from a backup.`)
  }
  const open = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0
  return open
    ? wrong('keys', `Others can read keys/${name}.`, `chmod 600 ${file}`)
    : well('keys', `${name} is readable to its owner only.`)
}

function isKey(name: string, content: string): boolean {
  if (name === SECRET_KEY) return /^[0-9a-f]{64}$/.test(content.trim())
  try {
    createPrivateKey(content)
    return true
  } catch {
    return false
  }
}

function examineLock(dataDir: string): Finding {
  const holder = lockHolder(dataDir)
  if (holder !== undefined) return well('server', `Process ${holder} runs on this data folder.`)
  return existsSync(path.join(dataDir, LOCK))
    ? well('server', 'None runs; the last one was killed, and the next one takes its lock over.')
    : well('server', 'None runs on this data folder.')
}

/** How browsers reach the server. */
export function examineNetwork({ host, trustedProxies, demo }: Config): Finding[] {
  const findings: Finding[] = []
  const open = !isLoopbackHost(host)
  if (open && trustedProxies.length === 0) {
    findings.push(
      wrong(
        'network',
        `The server listens on ${host} without TLS, so it refuses every browser that is not on this machine.`,
        'Put a reverse proxy with TLS before it and name its address in TRUSTED_PROXY, or listen on HOST=127.0.0.1.',
      ),
    )
  } else if (trustedProxies.length > 0) {
    findings.push(
      well(
        'network',
        `Behind the proxy ${trustedProxies.join(', ')}, which must set X-Forwarded-Proto, -For and -Host.`,
      ),
    )
  } else {
    findings.push(well('network', 'This machine only: set TRUSTED_PROXY when a proxy with TLS stands before it.'))
  }
  if (demo === true && (open || trustedProxies.length > 0)) {
    findings.push(
      wrong('demo', 'DEMO is on, and its passwords are public.', 'Unset DEMO for a server that others reach.'),
    )
  }
  return findings
}
