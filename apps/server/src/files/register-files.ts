import type { FastifyInstance } from 'fastify'
import type { Services } from '@dangjian/api/context'
import { clearArrivals } from './arriving-file.ts'
import { registerAuditExport } from './audit-export-route.ts'
import { registerReceiveFile } from './receive-file.ts'
import { registerResumable } from './resumable.ts'
import { registerServeFile } from './serve-file.ts'

/** Files in and out: at once, in parts that can be resumed, and back to whoever may open them. */
export async function registerFiles(app: FastifyInstance, dataDir: string, services: Services): Promise<void> {
  await clearArrivals(dataDir)
  await registerReceiveFile(app, dataDir, services)
  registerResumable(app, dataDir, services)
  registerAuditExport(app, services)
  registerServeFile(app, dataDir, services)
}
