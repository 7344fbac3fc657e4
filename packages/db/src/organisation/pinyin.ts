import { pinyin } from 'pinyin-pro'

/** What a name is found by: its pinyin, a space, and its initials — `云学会` gives `yunxuehui yxh`. Also the key it is sorted by. */
export function pinyinOf(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  const letters = syllables.map((syllable) => syllable.toLowerCase().replace(/\s/g, ''))
  return `${letters.join('')} ${letters.map((syllable) => syllable[0] ?? '').join('')}`
}

/** A pattern for what somebody typed: anywhere in the text, without spaces and without the pattern's own signs. */
export function likeOf(search: string): string {
  return `%${search.toLowerCase().replace(/[\s%_\\]+/g, '')}%`
}
