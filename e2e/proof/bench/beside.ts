import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { drive, Line, type Driven } from './drive.ts'

/** What cannot be beaten: an answer that was there before the question. */
export async function driveBareHttp(concurrent: number, seconds: number): Promise<Driven> {
  const answer = Buffer.from(JSON.stringify({ result: { data: { saved: true } } }))
  const server = http.createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const line = new Line(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, concurrent)
  const driven = await drive(concurrent, seconds, () => line.send('/', { 'content-type': 'application/json' }, '{}'))
  line.close()
  server.close()
  return driven
}
