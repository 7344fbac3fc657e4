/** Where the first `count` UTF-16 units of a clause's text end in the source: lines may be broken there in mid-sentence. */
export function placeInSource(
  source: string,
  clause: { readonly text: string; readonly start: number; readonly end: number },
  count: number,
): number {
  let place = clause.start
  for (const character of clause.text.slice(0, count).split('')) {
    // A space put in between two lines stands nowhere.
    if (/\s/.test(character) && !/\s/.test(source[place] ?? '')) continue
    const found = source.indexOf(character, place)
    if (found < 0 || found >= clause.end) continue
    place = found + 1
  }
  return Math.min(place, clause.end)
}
