import { IncomingMessage } from 'node:http'

/** A fault for tests: preloaded into a server, it logs every body that a request brings. */
const push = IncomingMessage.prototype.push
IncomingMessage.prototype.push = function pushAndLog(this: IncomingMessage, chunk: unknown, encoding?: BufferEncoding) {
  if (chunk instanceof Uint8Array) process.stderr.write(chunk)
  return push.call(this, chunk, encoding)
}
