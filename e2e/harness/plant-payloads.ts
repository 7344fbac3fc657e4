import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Texts that people wrote are in Chinese in the demo; names of states, ids and codes are not. */
const HAN = /\p{Script=Han}/u
/** A section's number in a plan: the outline's own, and no text. */
const NUMBER = /^[一二三四五六七八九十]+$/
/** What the server compares whole, or computes from. */
const LEFT_OUT = new Set(['setting', 'idempotency_key', 'kysely_migration', 'kysely_migration_lock'])

/** Puts a payload before every text that somebody wrote, in every table of a data folder, one after another. How many, by column. */
export function plantPayloads(dataDir: string, payloads: readonly string[]): Map<string, number> {
  const db = new DatabaseSync(path.join(dataDir, 'dangjian.db'))
  const planted = new Map<string, number>()
  let next = 0
  const payload = (): string => payloads[(next += 1) % payloads.length] as string
  const marked = (value: unknown): unknown => {
    if (typeof value === 'string') return HAN.test(value) && !NUMBER.test(value) ? `${payload()} ${value}` : value
    if (Array.isArray(value)) return value.map(marked)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, marked(each)]))
  }
  try {
    db.exec('begin')
    const tables = db.prepare("select name from sqlite_master where type = 'table' and sql not like '%virtual%'").all()
    for (const { name } of tables as { name: string }[]) {
      if (LEFT_OUT.has(name)) continue
      for (const { name: column } of db.prepare(`pragma table_info(${name})`).all() as { name: string }[]) {
        const rows = db.prepare(`select distinct ${column} as text from ${name} where typeof(${column}) = 'text'`).all()
        const write = db.prepare(`update ${name} set ${column} = ? where ${column} = ?`)
        for (const { text } of rows as { text: string }[]) {
          if (!HAN.test(text) || NUMBER.test(text)) continue
          write.run(/^[[{]/.test(text) ? JSON.stringify(marked(JSON.parse(text))) : String(marked(text)), text)
          planted.set(`${name}.${column}`, (planted.get(`${name}.${column}`) ?? 0) + 1)
        }
      }
    }
    db.exec('commit')
  } finally {
    db.close()
  }
  return planted
}
