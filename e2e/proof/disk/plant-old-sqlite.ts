/** Loaded into the server before all else: SQLite says that it is of a version that can corrupt its file. */
import '@dangjian/db/testing/planted-old-sqlite'
