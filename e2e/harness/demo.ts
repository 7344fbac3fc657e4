import { temporaryFolder } from './leave-nothing.ts'
import { startServerProcess } from './server-process.ts'

/** A new data folder (and database) with the demo, written by a server of its own that has ended. */
export async function writeDemo(databaseUrl?: string): Promise<string> {
  const dataDir = await temporaryFolder('dangjian-demo-')
  const server = await startServerProcess({ dataDir, databaseUrl })
  await server.stop()
  return dataDir
}
