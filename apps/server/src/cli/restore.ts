import { readBackupKey } from '../backup/backup-key.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { readConfig } from '../config.ts'
import { lockDataFolder } from '../data-lock.ts'
import { oneFolder, type CliCommand } from './command.ts'
import { sayLacking } from './say-lacking.ts'

export const restore: CliCommand = {
  name: 'restore',
  usage: 'DIR — checks a backup and restores it into an empty DATA_DIR (and an empty database)',
  async run(args, io) {
    const folder = oneFolder(args, io)
    const config = readConfig(io.env, io.folder)
    const key = readBackupKey(io.env, io.folder)
    const unlock = lockDataFolder(config.dataDir)
    try {
      const manifest = await restoreBackup(config, folder, key)
      const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
      io.out(`Restored the backup of ${manifest.takenAt}: ${rows} rows, each table as it was. Start the server now.\n`)
      if (sayLacking(manifest, io)) {
        io.err('What was in the backup is restored. In the restored folder "dangjian doctor" names the files.\n')
        io.err('备份中已有的内容均已恢复；缺少的文件可在恢复后的文件夹中用“dangjian doctor”查看名称。\n')
      }
      return 0
    } finally {
      unlock()
    }
  },
}
