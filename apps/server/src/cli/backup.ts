import path from 'node:path'
import { BackupUnusable } from '../backup/manifest.ts'
import { takeBackup } from '../backup/take-backup.ts'
import { readConfig } from '../config.ts'
import { UsageError, type CliCommand } from './command.ts'

export const backup: CliCommand = {
  name: 'backup',
  usage: 'DIR — writes database, files and keys into a new folder, while the server may be running',
  async run(args, io) {
    const [name, ...more] = args
    if (!name || more.length > 0) throw new UsageError('One folder is needed.')
    const config = readConfig(io.env, io.folder)
    const folder = path.resolve(io.folder, name)
    try {
      const { manifest, damaged } = await takeBackup(config, folder, Date.now())
      const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
      const kept = Object.keys(manifest.files).length
      io.out(
        `Backup written to ${folder}: ${Object.keys(manifest.tables).length} tables, ${rows} rows, ${kept} files.\n`,
      )
      io.out('It holds personal data and the signing keys: keep it where only operators can read it.\n')
      if (damaged.length === 0) return 0
      io.err(`Damaged in the data folder already (restore them from an older backup):\n  ${damaged.join('\n  ')}\n`)
      return 1
    } catch (error) {
      if (!(error instanceof BackupUnusable)) throw error
      io.err(`${error.message}\n`)
      return 1
    }
  },
}
