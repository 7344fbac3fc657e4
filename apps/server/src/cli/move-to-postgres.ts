import { moveToPostgres } from '../backup/move-to-postgres.ts'
import { readConfig } from '../config.ts'
import { lockDataFolder } from '../data-lock.ts'
import { UsageError, type CliCommand } from './command.ts'

export const moveToPostgresCommand: CliCommand = {
  name: 'move-to-postgres',
  usage:
    '— moves the embedded database of DATA_DIR to the empty PostgreSQL that DATABASE_URL names; goes on where it was interrupted',
  async run(args, io) {
    if (args.length > 0) throw new UsageError('It takes no arguments: the database comes by DATABASE_URL.')
    const config = readConfig(io.env, io.folder)
    const unlock = lockDataFolder(config.dataDir)
    try {
      const tables = await moveToPostgres(config, (line) => io.out(`${line}\n`))
      const rows = [...tables.values()].reduce((sum, table) => sum + table.rows, 0)
      io.out(`Moved: ${tables.size} tables, ${rows} rows; count and checksum of each are equal in both databases.\n`)
      io.out(
        'From now on start the server with the same DATABASE_URL and DATA_DIR: files and keys stay in DATA_DIR. dangjian.db is left as it was; keep it until the first backup.\n',
      )
      io.out(
        '今后请用同样的 DATABASE_URL 和 DATA_DIR 启动；文件与密钥仍在 DATA_DIR。dangjian.db 原样保留，请留到下一次备份之后。\n',
      )
      return 0
    } finally {
      unlock()
    }
  },
}
