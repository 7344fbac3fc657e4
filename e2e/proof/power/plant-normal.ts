/** Loaded into the server before all else by `proof:power`: SQLite is left at what better-sqlite3 makes of it. */
import '@dangjian/db/testing/planted-normal'
