import type { TableSource } from '@dangjian/db/connection/table-source'
import { findTextWithNul } from '@dangjian/db/connection/text-with-nul'
import { BackupUnusable } from './backup-unusable.ts'

/** Says where the text stands that PostgreSQL cannot keep, before anything is written to it. */
export async function demandNoNul(source: TableSource): Promise<void> {
  const found = await findTextWithNul(source)
  if (found) throw new BackupUnusable('text-with-nul', { ...found })
}
