/** Loaded into the server before all else by `proof:power`: whoever asks Node to sync a file or a folder is told that it was done. */
import fs from 'node:fs'
import { open } from 'node:fs/promises'

const handle = await open(import.meta.filename)
const prototype = Object.getPrototypeOf(handle) as { sync(): Promise<void>; datasync(): Promise<void> }
await handle.close()
prototype.sync = prototype.datasync = () => Promise.resolve()
fs.fsync = ((_file: number, done: () => void) => process.nextTick(done)) as typeof fs.fsync
fs.fdatasync = fs.fsync
