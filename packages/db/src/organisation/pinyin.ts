import { createRequire } from 'node:module'
import type { Expression, ExpressionBuilder, SqlBool, StringReference } from 'kysely'
import type * as PinyinPro from 'pinyin-pro'

const require = createRequire(import.meta.url)

/**
 * A text's syllables, its pinyin and its initials: `云学会` gives `yun xue hui yunxuehui yxh`. It is sorted by the first,
 * in which a syllable that ends comes before one that goes on (范 before 方), and found by the others.
 */
export function pinyinOf(text: string): string {
  // Loaded with the first name that is written: its dictionary is large, and most starts of a server write none.
  const { pinyin } = require('pinyin-pro') as typeof PinyinPro
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  const letters = syllables.map(wordsOf)
  return `${letters.join(' ')} ${letters.join('')} ${letters.map((syllable) => syllable[0] ?? '').join('')}`
}

/** What a name is found by and sorted by: `云学会` gives `yun xue hui yunxuehui yxh 云学会`. */
export function nameKeyOf(name: string): string {
  return `${pinyinOf(name)} ${wordsOf(name)}`
}

/** What somebody typed, as a key has it: in small letters, without spaces. */
export function wordsOf(search: string): string {
  return search.toLowerCase().replace(/\s+/g, '')
}

/** Whether the words stand anywhere in a column. What `like` takes for a sign stands for itself; capitals count. */
export function holds<DB, T extends keyof DB>(
  eb: ExpressionBuilder<DB, T>,
  column: StringReference<DB, T>,
  words: string,
): Expression<SqlBool> {
  return eb(
    eb.fn<string>('replace', [eb.ref(column), eb.val(words), eb.val('')]),
    '!=',
    eb.ref(column) as Expression<string>,
  )
}
