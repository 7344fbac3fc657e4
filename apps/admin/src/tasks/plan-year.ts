const figures = '〇一二三四五六七八九'

/** The year that a document is for, as its title or its first lines say: `2026年`, `二〇二六年`. */
export function yearOf(title: string, text: string): number | null {
  for (const place of [title, text.slice(0, 400)]) {
    const plain = place
      .normalize('NFKC')
      .replace(/[零○O]/g, '〇')
      .replace(/[〇一二三四五六七八九]/g, (figure) => String(figures.indexOf(figure)))
    const found = /(20\d\d)\s*年/.exec(plain)
    if (found) return Number(found[1])
  }
  return null
}
