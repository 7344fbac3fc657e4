import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** One page with speedscope and the profile in it: opened from the disk, it asks nobody for anything. */
export function flameGraph(name: string, profile: string): string {
  const folder = path.dirname(createRequire(import.meta.url).resolve('speedscope/dist/release/index.html'))
  const files = readdirSync(folder)
  const read = (pattern: RegExp): string => {
    const file = files.find((each) => pattern.test(each))
    if (!file) throw new Error(`speedscope has no ${pattern.source}.`)
    return readFileSync(path.join(folder, file), 'utf8')
  }
  const style = read(/^speedscope-.*\.css$/).replaceAll(/url\(["']?([^"')]+)["']?\)/g, (_, font: string) => {
    const bytes = readFileSync(path.join(folder, font))
    return `url(data:font/woff2;base64,${bytes.toString('base64')})`
  })
  // Its own way in for what lies on the disk: told of a local file, it waits to be handed the content.
  const begin = `location.hash = 'localProfilePath=${encodeURIComponent(name)}'`
  const content = Buffer.from(profile).toString('base64')
  const hand = `const wait = setInterval(() => {
    if (!window.speedscope) return
    clearInterval(wait)
    window.speedscope.loadFileFromBase64(${JSON.stringify(name)}, '${content}')
  }, 20)`
  const scripts = [begin, read(/^speedscope-.*\.js$/), hand].map(
    (text) => `<script>${text.replaceAll('</script', '<\\/script')}</script>`,
  )
  const head = `<meta charset="utf-8"><title>${name}</title><style>${style}</style>`
  return `<!doctype html><html lang="en"><head>${head}</head><body>${scripts.join('\n')}</body></html>`
}
