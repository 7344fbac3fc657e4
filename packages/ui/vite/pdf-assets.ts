import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Plugin } from 'vite'

/** What pdf.js fetches while it reads: character maps for Chinese, fonts, and decoders that need no WebAssembly. */
const folders = { cmaps: /\.bcmap$/, standard_fonts: /\.(pfb|ttf)$/, wasm: /nowasm_fallback\.js$/ } as const

/** Serves and bundles the folders of pdf.js under `pdfjs/`, so that a PDF opens without a foreign call. */
export function pdfAssets(): Plugin {
  const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const files = Object.entries(folders).flatMap(([folder, wanted]) =>
    readdirSync(path.join(home, folder))
      .filter((name) => wanted.test(name))
      .map((name) => `${folder}/${name}`),
  )
  return {
    name: 'dangjian-pdf-assets',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = /\/pdfjs\/([\w./-]+)$/.exec(request.url?.split('?')[0] ?? '')?.[1]
        const file = name && files.includes(name) ? path.join(home, name) : undefined
        if (!file || !existsSync(file)) return next()
        if (file.endsWith('.js')) response.setHeader('content-type', 'text/javascript')
        createReadStream(file).pipe(response)
      })
    },
    generateBundle() {
      for (const name of files) {
        this.emitFile({ type: 'asset', fileName: `pdfjs/${name}`, source: readFileSync(path.join(home, name)) })
      }
    },
  }
}
