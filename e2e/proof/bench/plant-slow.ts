/** Loaded into the server before all else by the self-test of the bench: each request holds up all others for 50 ms. */
import { Server } from 'node:http'

const emit = Server.prototype.emit
Server.prototype.emit = function (this: Server, name: string, ...args: unknown[]): boolean {
  if (name === 'request') for (const end = performance.now() + 50; performance.now() < end;);
  return Reflect.apply(emit, this, [name, ...args]) as boolean
}
