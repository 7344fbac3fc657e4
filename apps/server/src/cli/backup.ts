import { readBackupKey } from '../backup/backup-key.ts'
import { takeBackup } from '../backup/take-backup.ts'
import { readConfig } from '../config.ts'
import { oneFolder, type CliCommand } from './command.ts'
import { sayLacking } from './say-lacking.ts'

export const backup: CliCommand = {
  name: 'backup',
  usage:
    'DIR — writes database, files and keys into a new folder, while the server may be running; encrypted where BACKUP_KEY or BACKUP_KEY_FILE is set',
  async run(args, io) {
    const folder = oneFolder(args, io)
    const config = readConfig(io.env, io.folder)
    const manifest = await takeBackup(config, folder, readBackupKey(io.env, io.folder), Date.now())
    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
    const kept = Object.keys(manifest.files).length
    const whole = manifest.lacking?.length === 0
    io.out(
      `${whole ? 'Backup' : 'INCOMPLETE backup'} written to ${folder}: ${Object.keys(manifest.tables).length} tables, ${rows} rows, ${kept} files.\n`,
    )
    io.out(
      manifest.keyId
        ? `It is encrypted with the key ${manifest.keyId}: without that key nobody can restore it. Keep the key elsewhere.\n`
        : 'It holds personal data and the signing keys: keep it where only operators can read it.\n',
    )
    return sayLacking(manifest, io) ? 1 : 0
  },
}
