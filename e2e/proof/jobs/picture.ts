import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { connect, sqliteFileIn } from '@dangjian/db/connection/connect'
import { rowText, withPostgresSource, withSqliteSource, type TableSource } from '@dangjian/db/connection/table-source'
import type { Place } from '../backup/operate.ts'

/** All that an installation holds: each table's rows, and its files, as texts. */
export type Picture = ReadonlyMap<string, readonly string[]>

/** Drawn by chance, or made of what was: no two runs have them alike. Whether they hold is examined by what checks them. */
const BY_CHANCE: Readonly<Record<string, readonly string[]>> = {
  certificate: ['number', 'token', 'signature'],
  audit_seal: ['hash', 'previous_hash'],
}
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g
/** In how many steps an id that is new is known by the rows that name it, those by theirs, and so on. */
const STEPS = 4

export async function takePicture(place: Place): Promise<Picture> {
  const picture = new Map<string, readonly string[]>()
  const draw = async (source: TableSource): Promise<void> => {
    for (const table of source.tables) {
      const texts: string[] = []
      for await (const row of source.rows(table)) {
        const kept = Object.entries(row).filter(([column]) => !BY_CHANCE[table]?.includes(column))
        texts.push(rowText(Object.fromEntries(kept)))
      }
      picture.set(table, texts)
    }
  }
  if (place.databaseUrl) {
    const storage = connect(place)
    await withPostgresSource(storage, draw).finally(() => storage.close())
  } else await withSqliteSource(sqliteFileIn(place.dataDir), draw)
  picture.set('files', await filesIn(path.join(place.dataDir, 'files')))
  return picture
}

async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = found.filter((each) => each.isFile()).map((each) => path.join(each.parentPath, each.name))
  return Promise.all(
    names.map(async (name) => `${path.relative(folder, name)} ${hashOf(await readFile(name, 'latin1'))}`),
  )
}

/**
 * Each table's count and sum. Ids that were not there in the beginning are others in each run: in their place stands
 * what names them and what they name.
 */
export function sumsOf(picture: Picture, before: Picture): Record<string, string> {
  const known = new Set([...before.values()].flat().flatMap((text) => text.match(ID) ?? []))
  const newIn = (text: string): string[] => [...new Set(text.match(ID))].filter((id) => !known.has(id))
  const rows = [...picture].flatMap(([table, texts]) =>
    texts.map((text) => ({ table, text, ids: newIn(text) })).filter(({ ids }) => ids.length > 0),
  )
  let colours = new Map<string, string>()
  const coloured = (text: string, self?: string): string =>
    text.replace(ID, (id) => (id === self ? 'self' : known.has(id) ? id : (colours.get(id) ?? 'new')))
  for (let step = 0; step < STEPS; step += 1) {
    const named = new Map<string, string[]>()
    for (const { table, text, ids } of rows) {
      for (const id of ids) named.set(id, [...(named.get(id) ?? []), `${table} ${coloured(text, id)}`])
    }
    colours = new Map([...named].map(([id, texts]) => [id, hashOf(texts.toSorted().join('\n'))]))
  }
  return Object.fromEntries(
    [...picture].map(([table, texts]) => {
      const sorted = texts.map((text) => coloured(text)).toSorted()
      return [table, `${texts.length} ${hashOf(sorted.join('\n'))}`]
    }),
  )
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
