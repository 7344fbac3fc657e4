/** Loaded into the server before all else by the self-test of the bench: one request in twenty is answered with 500. */
import { Server, type ServerResponse } from 'node:http'

const emit = Server.prototype.emit
let count = 0
Server.prototype.emit = function (this: Server, name: string, ...args: unknown[]): boolean {
  if (name !== 'request' || (count += 1) % 20 !== 0) return Reflect.apply(emit, this, [name, ...args]) as boolean
  ;(args[1] as ServerResponse).writeHead(500).end()
  return true
}
