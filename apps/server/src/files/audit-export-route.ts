import type { FastifyInstance, FastifyReply } from 'fastify'
import { openAuditExport } from '@dangjian/api/access/audit-export'
import type { Services } from '@dangjian/api/context'
import { tableStream } from '@dangjian/formats/access/table-stream'
import { authenticate } from '../http/context.ts'

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** `GET /files/audit-log/<ticket>`: what `access.exportAuditEntries` said may be fetched, written while it is read. */
export function registerAuditExport(app: FastifyInstance, services: Services): void {
  app.get('/files/audit-log/:ticket', async (request, reply) => {
    const { ticket } = request.params as { ticket: string }
    const actor = await authenticate(services, request)
    const opened = openAuditExport({ ...services, actor }, ticket)
    if (!opened) return reply.callNotFound() as unknown as FastifyReply
    const { rows, format, sheet, fileName } = opened
    return reply
      .headers({
        'content-type': mediaTypes[format],
        'content-disposition': `attachment; filename="audit-log.${format}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      })
      .send(tableStream(rows, format, sheet))
  })
}
