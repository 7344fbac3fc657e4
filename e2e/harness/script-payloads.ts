import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const run = '__xss(1)'
const handlers = 'onload onerror onclick onfocus onmouseover onanimationstart ontoggle onpointerenter onbegin onscroll'

/** What runs where a text is taken for markup, an address, a style or a template: each calls `__xss`. */
export const payloads: readonly string[] = [
  `<script>${run}</script>`,
  `<ScRiPt>${run}</sCrIpT>`,
  `<script src="data:text/javascript,${run}"></script>`,
  `"><script>${run}</script>`,
  `'><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `</script><script>${run}</script>`,
  `--><script>${run}</script><!--`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<img src=x onerror=${run}>`,
  `<img src=x onerror="${run}" alt='`,
  `"><img src=x onerror=${run}>`,
  `<image src=x onerror=${run}>`,
  `<img src="javascript:${run}">`,
  `<img/src/onerror=${run}>`,
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${run}"><text>链接</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${run}>#x"></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.${run}</script>">`,
  `<math><mtext><script>${run}</script></mtext></math>`,
  `<math href="javascript:${run}">公式</math>`,
  `<iframe src="javascript:parent.${run}"></iframe>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<object data="data:text/html,<script>parent.${run}</script>"></object>`,
  `<embed src="javascript:${run}">`,
  `<a href="javascript:${run}">链接</a>`,
  `<a href=" &#1;java&#9;script:${run}">链接</a>`,
  `<form action="javascript:${run}"><button>提交</button></form>`,
  `<button formaction="javascript:${run}">提交</button>`,
  `<base href="javascript:${run}//">`,
  `<meta http-equiv="refresh" content="0;javascript:${run}">`,
  `<link rel=stylesheet href="data:text/css,*{color:red}" onload=${run}>`,
  `<style onload=${run}>*{color:red}</style>`,
  `<style>@import 'javascript:${run}';</style>`,
  `<p style="background:url(javascript:${run})">文</p>`,
  `<p style="width:expression(${run})">文</p>`,
  ...handlers.split(' ').map((handler) => `<input autofocus tabindex=1 ${handler}="${run}" style="animation:x">`),
  `<details open ontoggle=${run}><summary>详情</summary></details>`,
  `<video><source onerror=${run}></video>`,
  `<audio src=x onerror=${run}>`,
  `<template><script>${run}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<x onclick=${run} contenteditable autofocus onfocus=${run}>`,
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `data:text/html,<script>parent.${run}</script>`,
  `[链接](javascript:${run})`,
  `![图](x" onerror="${run})`,
  `<javascript:${run}>`,
  `{{constructor.constructor('${run}')()}}`,
  `\${${run}}`,
  `#{${run}}`,
  `<%= ${run} %>`,
  `$\\href{javascript:${run}}{x}$`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `%3Cscript%3E${run}%3C/script%3E`,
  `\\u003cscript\\u003e${run}\\u003c/script\\u003e`,
  `＜script＞${run}＜/script＞`,
  `\u0000<script>${run}</script>`,
  `'-${run}-'`,
  `";${run};//`,
  `*/${run}/*`,
]

/** Texts that people wrote are in Chinese in the demo; names of states, ids and codes are not. */
const HAN = /\p{Script=Han}/u
/** A section's number in a plan: the outline's own, and no text. */
const NUMBER = /^[一二三四五六七八九十]+$/
/** What the server compares whole, or computes from. */
const LEFT_OUT = new Set(['setting', 'idempotency_key', 'kysely_migration', 'kysely_migration_lock'])

/** Puts a payload before every text that somebody wrote, in every table of a data folder, one after another. How many, by column. */
export function plantPayloads(dataDir: string): Map<string, number> {
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
