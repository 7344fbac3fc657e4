import { expressionBuilder } from 'kysely'
import type { Database, Db } from '../database.ts'
import { holds } from './pinyin.ts'

const { selectFrom } = expressionBuilder<Database>()

/**
 * The dictionary of names: keys of people's (`nameKeyOf`) and user names. Each stands under each pair of neighbouring
 * characters in it, and under each single one that is no letter of the alphabet: so it is found by any part of it
 * without reading the others. One entry serves all who bear the name.
 */

/** Enters a name, or those of everybody; what stands there already stays as it is. */
export async function enterNames(db: Db, key?: string): Promise<void> {
  const longest = key === undefined ? await longestKey(db) : key.length
  await withGrams(db, longest, key)
    .insertInto('nameGram')
    .columns(['gram', 'name'])
    .expression((eb) =>
      eb
        .selectFrom('part')
        .select(['part.gram', 'part.name'])
        // Asked for and not only skipped: whoever takes the name away meanwhile is noticed by PostgreSQL.
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('nameGram')
                .select('nameGram.gram')
                .whereRef('nameGram.gram', '=', 'part.gram')
                .whereRef('nameGram.name', '=', 'part.name'),
            ),
          ),
        )
        .orderBy('part.gram')
        .orderBy('part.name'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes a name away that nobody bears any more. */
export async function forgetName(db: Db, key: string): Promise<void> {
  const bearer = await db.selectFrom('person').select('id').where('namePinyin', '=', key).limit(1).executeTakeFirst()
  if (bearer) return
  await withGrams(db, key.length, key)
    .deleteFrom('nameGram')
    .where('name', '=', key)
    .where('gram', 'in', (eb) => eb.selectFrom('part').select('part.gram'))
    .execute()
}

async function longestKey(db: Db): Promise<number> {
  const { longest } = await db
    .selectFrom(everyName().as('known'))
    .select((eb) => eb.fn.max(eb.fn<number>('length', ['known.name'])).as('longest'))
    .executeTakeFirstOrThrow()
  return longest
}

function everyName() {
  return selectFrom('person')
    .select('person.namePinyin as name')
    .union(selectFrom('account').select('account.username as name'))
}

/** `part` has the grams of a key, or of everybody's; `longest` is how many characters the longest key has. */
function withGrams(db: Db, longest: number, key: string | undefined) {
  return db
    .withRecursive('place(n)', (qb) =>
      qb
        .selectNoFrom((eb) => eb.lit<number>(1).as('n'))
        .unionAll((more) =>
          more
            .selectFrom('place')
            .select((eb) => eb('place.n', '+', eb.lit(1)).as('n'))
            .where('place.n', '<', longest),
        ),
    )
    .with('known', (qb) =>
      key === undefined ? everyName() : qb.selectNoFrom((eb) => eb.cast<string>(eb.val(key), 'text').as('name')),
    )
    .with('part', (qb) => {
      const cut = (characters: 1 | 2) =>
        qb
          .selectFrom('known')
          .crossJoin('place')
          .select((eb) => [eb.fn<string>('substr', ['known.name', 'place.n', eb.lit(characters)]).as('gram')])
          .select('known.name')
          .where((eb) => eb('place.n', '<=', eb(eb.fn<number>('length', ['known.name']), '-', eb.lit(characters - 1))))
      return qb
        .selectFrom(
          cut(2)
            .union(
              cut(1).where((eb) =>
                eb(
                  eb.fn<number>('octet_length', [eb.fn('substr', ['known.name', 'place.n', eb.lit(1)])]),
                  '>',
                  eb.lit(1),
                ),
              ),
            )
            .as('cut'),
        )
        .select(['cut.gram', 'cut.name'])
        .where('cut.gram', 'not like', '% %')
    })
}

/** All names with these words in them. */
export function namesHolding(words: string) {
  const gram = gramsOf(words).at(-1)
  const names =
    gram === undefined
      ? selectFrom(everyName().as('known')).select('known.name')
      : selectFrom('nameGram as known').select('known.name').where('known.gram', '=', gram)
  return names.where((eb) => holds(eb, 'known.name', words))
}

/** How many names are looked at to say which part of the words is the rarest. */
const LOOKED_AT = 1000
const RARE = 50
const PARTS_TRIED = 8

export interface Gram {
  readonly gram: string
  /** How many names hold it, as far as they are counted. */
  readonly names: number
}

/** That part of the words under which the fewest names stand; undefined for a single letter, under which none do. */
export async function findRarestGram(db: Db, words: string): Promise<Gram | undefined> {
  let rarest: Gram | undefined
  for (const gram of gramsOf(words).slice(0, PARTS_TRIED)) {
    const names = await countNames(db, gram)
    if (!rarest || names < rarest.names) rarest = { gram, names }
    if (names < RARE) break
  }
  return rarest
}

/** The grams that each name with these words in it stands under. */
export function gramsOf(words: string): string[] {
  const characters = [...words]
  if (characters.length > 1) return characters.slice(1).map((next, index) => `${characters[index]}${next}`)
  return Buffer.byteLength(words) > 1 ? [words] : []
}

async function countNames(db: Db, gram: string): Promise<number> {
  const some = db.selectFrom('nameGram').select('nameGram.gram').where('nameGram.gram', '=', gram).limit(LOOKED_AT)
  const { names } = await db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('names'))
    .executeTakeFirstOrThrow()
  return names
}
