/** The SQLite of this process says that it is the last version with the fault of the reset log. */
import Sqlite from 'better-sqlite3'

const { prepare } = Sqlite.prototype
Sqlite.prototype.prepare = function (this: Sqlite.Database, sql: string) {
  return prepare.call(this, sql.replace('sqlite_version()', "'3.51.2'"))
} as typeof prepare
