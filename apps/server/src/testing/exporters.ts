import { z } from 'zod'
import type { Language, PersonId } from '@dangjian/domain/access'
import type { TaskId } from '@dangjian/domain/tasks'
import { insertAuditEntry } from '@dangjian/db/access/audit-store'
import { filesOfZip } from '@dangjian/formats/testing/files-of-zip'
import { uploaded } from './made-course.ts'
import type { ProcedureInfo } from './procedures.ts'
import type { TestServer, Visitor } from './test-server.ts'
import type { Twins } from './twins.ts'

export type Format = 'csv' | 'xlsx'

/** Whoever may take something away. */
export interface Takers {
  readonly staff: Visitor
  readonly auditor: Visitor
  readonly trainer: Visitor
  readonly learner: Visitor
}

export interface Exporter {
  /** The tables that it hands out, each as a file, where every text that somebody wrote is `text`. */
  readonly take: (site: ExportSite, text: string, format: Format, language: Language) => Promise<Uint8Array[]>
  /** Holds texts of ours alone. */
  readonly ours?: true
}

export interface ExportSite {
  readonly server: TestServer
  readonly twins: Twins
  readonly takers: Takers
}

interface ExportedFile {
  readonly base64: string
}

const bytesOf = ({ base64 }: ExportedFile): Uint8Array => Buffer.from(base64, 'base64')

/** By the procedure that hands it out: every file that a spreadsheet opens. */
export const exporters: Readonly<Record<string, Exporter>> = {
  'organisation.exportSocieties': {
    take: async ({ server, takers }, _text, format, language) => [
      bytesOf(
        await takers.staff.api.organisation.exportSocieties.query({
          unitId: server.world.units.association,
          format,
          language,
        }),
      ),
    ],
  },
  'organisation.exportWrongLines': {
    take: async ({ server, takers }, text, format, language) => {
      // A file with such a sign in it is no table, and refused.
      const cell = `"${text.replace('\u0001', '').replaceAll('"', '""')}"`
      const content = `\ufeff编码,名称,类别,${cell}\r\n,${cell},${cell},${cell}\r\n`
      const file = { content, name: '名录.csv', purpose: 'import', mediaType: 'text/csv' } as const
      const fileId = await uploaded(server, takers.staff, file)
      const unitId = server.world.units.association
      return [bytesOf(await takers.staff.api.organisation.exportWrongLines.query({ unitId, fileId, format, language }))]
    },
  },
  'tasks.exportTaskAssignments': {
    take: async ({ twins, takers }, _text, format, language) => [
      bytesOf(
        await takers.staff.api.tasks.exportTaskAssignments.query({
          taskId: twins.a['TaskId']?.id as TaskId,
          format,
          language,
        }),
      ),
    ],
  },
  'training.showQuestionTemplate': {
    ours: true,
    take: async ({ takers }, _text, format, language) => [
      bytesOf(await takers.trainer.api.training.showQuestionTemplate.query({ format, language })),
    ],
  },
  'training.exportMyData': {
    take: async ({ takers }, _text, _format, language) => {
      const { files } = await filesOfZip(bytesOf(await takers.learner.api.training.exportMyData.query({ language })))
      const tables = Object.entries(files).filter(([name]) => name.endsWith('.csv'))
      return tables.map(([, text]) => Buffer.from(text))
    },
  },
  'access.exportAuditEntries': {
    take: async ({ server, takers }, _text, format, language) => {
      const { address } = await takers.auditor.api.access.exportAuditEntries.mutate({ format, language })
      const answer = await fetch(`${server.url}${address}`, { headers: takers.auditor.headers })
      return [new Uint8Array(await answer.arrayBuffer())]
    },
  },
}

/** Procedures that hand out a file, or are named as if they did. */
export function fileGivers(procedures: readonly ProcedureInfo[]): string[] {
  return procedures
    .filter(({ path, output }) => /\.export/.test(path) || (output instanceof z.ZodObject && 'base64' in output.shape))
    .map(({ path }) => path)
}

/** Writes a text into every field that an export shows, but what has to be one of its kind. */
export async function writeEverywhere({ server, takers }: ExportSite, text: string): Promise<void> {
  const { maintenance, transact } = server.services.storage
  const all = { title: text }
  await maintenance.updateTable('unit').set({ name: text }).execute()
  await maintenance.updateTable('person').set({ name: text }).execute()
  await maintenance.updateTable('task').set(all).execute()
  await maintenance.updateTable('course').set(all).execute()
  await maintenance.updateTable('courseVersion').set(all).execute()
  await maintenance.updateTable('hourEntry').set({ sourceTitle: text, note: text }).execute()
  const certificate = { personName: text, courseTitle: text, issuerName: text, revokedReason: text }
  await maintenance.updateTable('certificate').set(certificate).execute()
  const by = takers.learner.personId satisfies PersonId
  await transact((tx) =>
    insertAuditEntry(tx, {
      ...{ id: server.services.newId(), at: server.services.clock(), accountId: null },
      ...{ personId: by, targetPersonId: by, actingUnitId: server.world.units.a, targetUnitId: server.world.units.a },
      ...{ role: text, action: text, detail: JSON.stringify(text) },
    }),
  )
}
