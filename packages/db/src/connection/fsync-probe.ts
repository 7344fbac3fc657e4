/** Run by `durability.test.ts` under strace: commits COMMITS rows one after the other through the storage. */
import { connectSqlite } from './sqlite.ts'
import { migrate } from '../migrations/migrate.ts'

const [file = '', commits = '0'] = process.argv.slice(2)
const storage = connectSqlite(file)
await migrate(storage)
process.stdout.write('BEGIN\n')
for (let n = 0; n < Number(commits); n += 1) {
  await storage.transact((tx) =>
    tx
      .insertInto('setting')
      .values({ key: `k${n}`, value: 'v' })
      .execute(),
  )
}
process.stdout.write('END\n')
await storage.close()
